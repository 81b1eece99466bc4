import type { Condition } from './condition.ts'

/** The action to ask if the condition holds. The first case that holds is asked; if none does, everybody is denied. */
export interface ChangeCase {
  /** Left out for a case that always holds. */
  when?: Condition
  /** The action, a key of `rules`. */
  ask: string
}

export type Change = string | ChangeCase | readonly ChangeCase[]

/** One change per entry of a map in the body, such as `teams: { support: 'reviewer' }`. */
export interface MapChange {
  each: 'team' | 'category' | 'item'
  change: Change
}

/** The changes that a call of one operation consists of. All of them must be allowed. */
export interface OperationChanges {
  /** Asked whatever the body states. */
  always?: Change
  /** Asked for each key that the body states, even with the present value. A key left out here is not offered. */
  keys?: Record<string, Change | MapChange>
  /** The action asked when an update states no key. */
  nothing?: string
  /** Asks the action of the artifact's kind: `create`, `get` … */
  ofKind?: 'create' | 'get' | 'update' | 'delete' | 'move' | 'run'
  /** Keys of the body that this policy requires although the API leaves them optional. */
  required?: readonly string[]
}
