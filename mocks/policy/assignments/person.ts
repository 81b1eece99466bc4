import type { UserRecord } from '../language/records.ts'

/** The forms of a person in a sentence. The reader is `you`. */
export interface PersonWords {
  /** `you`, or `lead@acme.test`. */
  readonly object: string
  /** `Your`, or `lead@acme.test’s`. */
  readonly possessive: string
  /** `your own`, or `their own`. */
  readonly own: string
  /** `You hold`, or `lead@acme.test holds`. */
  does(second: string, third: string): string
}

/** The forms of the user in sentences that `asker` reads. */
export const personOf = ({ id, email }: UserRecord, asker: UserRecord): PersonWords =>
  id === asker.id
    ? {
        object: 'you',
        possessive: 'Your',
        own: 'your own',
        does: (second) => `You ${second}`,
      }
    : {
        object: email,
        possessive: `${email}’s`,
        own: 'their own',
        does: (_, third) => `${email} ${third}`,
      }
