import type { PolicyMatrix, PolicyMatrixQuery } from '../../src/index.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { checkOptions, isText } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import type { Mock } from '../mock/mock.ts'
import type { MockOptions } from '../mock/options.ts'
import { platformOf } from '../mock/state-of.ts'
import { resourceOf } from '../policy/world/resources.ts'
import type { Scenario } from '../policies/scenario.ts'
import { type Stage, stageOf } from './stage.ts'

/** The resource of a matrix's actions. */
export interface MatrixResource {
  readonly type: NonNullable<PolicyMatrixQuery['resourceType']>
  /** Its id or key; `current` for the organization. */
  readonly id: string
}

const organization: MatrixResource = { type: 'organization', id: 'current' }

/**
 * Tabulates who may do what: the scenario's personas by the actions on a resource, each cell with its
 * rule. For a mock, it shows the current state; for options, the initial one. It sees every resource.
 *
 * @param of - A mock, or the options to make one with.
 * @param resource - The resource of the actions. Default: the organization.
 * @throws {@link ConfigurationError} if an option is wrong, or there is no such resource.
 * @example
 * const { cells } = await matrix({ policy: 'bigml' }, { type: 'project', id: 'churn' })
 * console.log(cells.filter(({ outcome }) => outcome === 'yes').length)
 */
export async function matrix(
  of: Mock | MockOptions = {},
  resource: MatrixResource = organization,
): Promise<PolicyMatrix> {
  checkOptions('resource', resource, ['type', 'id'], "{ type: 'project', id: 'churn' }")
  for (const name of ['type', 'id'] as const) {
    if (!isText(resource[name])) throw new ConfigurationError(`resource.${name} must be text.`)
  }
  return matrixOf(isMock(of) ? { ...platformOf(of), scenario: of.scenario } : stageOf(of), resource)
}

const isMock = (of: unknown): of is Mock => isRecord(of) && typeof of.client === 'function'

const missing = ({ type, id }: MatrixResource, { name }: Scenario): ConfigurationError =>
  new ConfigurationError(`There is no ${type} ${JSON.stringify(id)} in scenario ${name}.`)

function matrixOf({ compiled, scenario, world }: Stage, resource: MatrixResource): PolicyMatrix {
  const found = resourceOf(world, resource.type, resource.id)
  if (found === undefined) throw missing(resource, scenario)
  const personas = scenario.personas.flatMap(({ user: reference, text }) => {
    const user = world.user(reference)
    return user ? [{ user, text }] : []
  })
  const users = personas.map(({ user }) => user)
  const cells = compiled.matrix(world, users, found)
  return {
    policy: compiled.policy.name,
    personas: personas.map(({ user: { id, email }, text }) => ({ user: id, email, text })),
    actions: [...new Set(cells.map(({ action }) => action))],
    cells: cells.map((cell) => (found.type === 'organization' ? cell : { ...cell, resource })),
  }
}
