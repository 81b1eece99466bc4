import type { Policy } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import type { Calls, Columns } from './situation.ts'
import type { Cell } from './table.ts'
import type { Trial } from './trial.ts'
import { trialsOf } from './trials.ts'

/** Everything needed to ask a policy's tables. */
export interface Definition<Situation> {
  policy: Policy
  /** The number of cells in the tables, so that none goes missing. */
  cells: number
  scenario(situation: Situation): Scenario
  columns: Columns<Situation>
  calls: Calls<Situation>
}

/** A policy with tables, whatever its situations consist of. */
export interface Platform {
  policy: Policy
  cells: number
  /** All questions of a cell. */
  trialsOf(cell: Cell): readonly Trial[]
}

export const platform = <Situation>(definition: Definition<Situation>): Platform => ({
  policy: definition.policy,
  cells: definition.cells,
  trialsOf: (cell) => trialsOf(definition, cell),
})
