import { compile, type MatrixCell, resourceOf } from '../../mocks/policy/index.ts'
import type { AccessResource } from '../../src/index.ts'
import { actor } from './people.ts'
import type { Trial } from './trial.ts'

/** The actor's cell of the matrix over a resource: the pure function, on the scenario's own world. */
export function matrixCell(
  { policy, world: worldOf }: Pick<Trial, 'policy' | 'world'>,
  { type, id }: AccessResource,
  action: string,
): MatrixCell {
  const world = worldOf()
  const persona = world.user(actor)
  const thing = resourceOf(world, type, id)
  if (!persona || !thing) throw new Error(`The scenario has no ${type} ${id}, or no ${actor}.`)
  const cells = compile(policy).matrix(world, [persona], thing)
  const cell = cells.find((one) => one.action === action)
  if (!cell) throw new Error(`The matrix over ${type} ${id} has no cell for ${action}.`)
  return cell
}
