/** A resource by its name in the scenario, so that no id is needed. */
export interface Named {
  type: 'organization' | 'team' | 'role' | 'user' | 'project' | 'artifact' | 'invitation' | 'token'
  /** An e-mail address, a key or an artifact's name; `current` of the organization. */
  name: string
}

/** Whether somebody may do something. */
export interface Question {
  /** An e-mail address. */
  by: string
  /** An action of the conformance tables. */
  action: string
  on: Named
  /** The body of the call, if the action is an operation with one. */
  input?: Readonly<Record<string, unknown>>
}

/** An independent answer to every question about one world. */
export type Answers = (question: Question) => boolean

export const organization: Named = { type: 'organization', name: 'current' }

export const describe = ({ by, action, on, input }: Question): string =>
  `${by}: ${action} on ${on.type} ${on.name}${input ? ` with ${JSON.stringify(input)}` : ''}`
