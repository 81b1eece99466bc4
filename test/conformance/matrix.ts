import { compile, type MatrixCell, type Policy, resourceOf } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import type { AccessResource } from '../../src/index.ts'
import { actor } from './people.ts'
import { worldIn } from './world.ts'

/** The actor's cell of the matrix over a thing: the pure function, on the scenario's own world. */
export function matrixCell(
  policy: Policy,
  scenario: Scenario,
  { type, id }: AccessResource,
  action: string,
): MatrixCell {
  const world = worldIn(policy, scenario)
  const persona = world.user(actor)
  const thing = resourceOf(world, type, id)
  if (!persona || !thing) throw new Error(`The scenario has no ${type} ${id}, or no ${actor}.`)
  const cells = compile(policy).matrix(world, [persona], thing)
  const cell = cells.find((one) => one.action === action)
  if (!cell) throw new Error(`The matrix over ${type} ${id} has no cell for ${action}.`)
  return cell
}
