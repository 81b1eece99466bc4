import type { Call } from './call.ts'
import type { UserRecord } from '../language/records.ts'
import type { Resources } from '../world/resources.ts'

/** An action asked of resources; undefined for resources that nobody finds. */
export interface AskedAction {
  readonly actor: UserRecord
  readonly action: string
  readonly resources: Resources | undefined
}

/** What somebody asks: a call, with its arguments or without, or an action. */
export type Asked = Call | AskedAction
