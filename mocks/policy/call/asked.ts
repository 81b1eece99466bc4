import type { Call } from './call.ts'
import type { UserRecord } from '../language/records.ts'
import type { Things } from '../world/things.ts'

/** An action asked of things; undefined for things that nobody finds. */
export interface AskedAction {
  readonly actor: UserRecord
  readonly action: string
  readonly things: Things | undefined
}

/** What somebody asks: a call, with its arguments or without, or an action. */
export type Asked = Call | AskedAction
