import type { Policy } from '../../mocks/policy/index.ts'
import { adaptive } from '../../mocks/policies/index.ts'
import type { Scenario } from '../../mocks/scenario/scenario.ts'
import { calls } from './adaptive/calls.ts'
import { columns } from './adaptive/columns.ts'
import { scenario } from './adaptive/scenario.ts'
import type { Calls, Columns, Situation } from './situation.ts'

/** All that it takes to ask a policy's tables: add a policy by adding a table file and these three. */
export interface Platform {
  policy: Policy
  /** How many cells the tables have, so that none goes missing. */
  cells: number
  scenario(situation: Situation): Scenario
  columns: Columns
  calls: Calls
}

export const platforms: readonly Platform[] = [
  { policy: adaptive, cells: 261, scenario, columns, calls },
]
