import type { Policy } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import type { Calls, Columns } from './situation.ts'
import type { Cell } from './table.ts'
import type { Trial } from './trial.ts'
import { trialsOf } from './trials.ts'

/** All that it takes to ask a policy's tables. */
export interface Definition<Situation> {
  policy: Policy
  /** How many cells the tables have, so that none goes missing. */
  cells: number
  scenario(situation: Situation): Scenario
  columns: Columns<Situation>
  calls: Calls<Situation>
}

/** A policy whose tables can be asked, whatever its situations are made of. */
export interface Platform {
  policy: Policy
  cells: number
  /** Everything that a cell asks. */
  trialsOf(cell: Cell): readonly Trial[]
}

export const platform = <Situation>(definition: Definition<Situation>): Platform => ({
  policy: definition.policy,
  cells: definition.cells,
  trialsOf: (cell) => trialsOf(definition, cell),
})
