import type { AccessResource } from '../../src/index.ts'
import type { Row } from './table.ts'

/** By table and column: one situation, or several that must all give the cell's answer. */
export type Columns<Situation> = Readonly<
  Record<string, Readonly<Record<string, (row: Row) => Situation | readonly Situation[]>>>
>

/** One way to ask a cell: the call of its `via`, if it has one, and the resource of its action. */
export interface Question {
  operation?: string
  args?: readonly unknown[]
  /** The resource of the row's action. */
  about: AccessResource
  /** The action, where it is not the row's. */
  action?: string
}

/** A call as `client.call` takes it. */
export interface QuestionCall {
  operation: string
  args: readonly unknown[]
}

/** The call of the question; undefined where there is none. */
export const callOf = ({ operation, args = [] }: Question): QuestionCall | undefined =>
  operation === undefined ? undefined : { operation, args }

/** Names for questions: ids of resources without a key, and the situation. */
export interface Naming<Situation> {
  /** Id of the artifact of that name. */
  artifact(name: string): string
  /** Id of the invitation to that address. */
  invitation(email: string): string
  /** Id of the user's own entry on the project. */
  member(project: string, user: string): string
  /** Id of the token of that name. */
  token(name: string): string
  situation: Situation
}

export type Ask<Situation> = (names: Naming<Situation>) => Question | readonly Question[]

/** How each `via` is asked; a row that needs its own way stands under its table and text. */
export interface Calls<Situation> {
  via: Readonly<Record<string, Ask<Situation>>>
  rows: Readonly<Record<string, Readonly<Record<string, Ask<Situation>>>>>
}
