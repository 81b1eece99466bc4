import type { AccessResource } from '../../src/index.ts'
import type { Row } from './table.ts'

/** How the actor of a cell comes to be, over what the policy's conformance scenario already holds. */
export interface Situation {
  /** The actor's memberships: role key by team key. */
  teams?: Readonly<Record<string, string>>
  /** Custom roles that this takes: permissions by role key. */
  roles?: Readonly<Record<string, readonly string[]>>
  /** The share of the project with a team. */
  share?: { team: string; role: string; isOwner?: boolean }
  /** The team that the row speaks of, where it depends on the column. */
  team?: string
}

/** By table and column: one situation, or several that must all give the cell's answer. */
export type Columns = Readonly<
  Record<string, Readonly<Record<string, (row: Row) => Situation | readonly Situation[]>>>
>

/** One way to ask a cell: the call of its `via`, and the thing that its action is about. */
export interface Question {
  operation: string
  args: readonly unknown[]
  /** What the row's action is asked of. */
  about: AccessResource
  /** The action, where it is not the row's. */
  action?: string
}

/** What questions may name: the id of the artifact of that name, and the situation. */
export interface Naming {
  artifact(name: string): string
  situation: Situation
}

export type Ask = (names: Naming) => Question | readonly Question[]

/** How each `via` is asked; a row that needs its own way stands under its table and text. */
export interface Calls {
  via: Readonly<Record<string, Ask>>
  rows: Readonly<Record<string, Readonly<Record<string, Ask>>>>
}
