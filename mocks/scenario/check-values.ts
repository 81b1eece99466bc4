import { operationsOn } from '../generated/contract.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { requestsOf } from '../generated/validators.js'
import { placesOf, predicateOf } from '../message/faults.ts'
import { bodyOf } from './check-rules.ts'
import type { Scenario } from '../policies/scenario.ts'
import { wrongValue } from './wrong.ts'

/** The call that makes the items of each section. Its schema says what each value may be. */
const calls = {
  roles: operationsOn.role.create,
  teams: operationsOn.team.create,
  users: operationsOn.user.create,
  invitations: operationsOn.invitation.create,
  tokens: operationsOn.token.create,
  projects: operationsOn.project.create,
  members: operationsOn.member.create,
  artifacts: operationsOn.artifact.create,
} as const satisfies Partial<Record<keyof Scenario, OperationId>>

interface ScenarioValue {
  readonly at: string
  readonly operation: OperationId
  readonly item: object
}

const isSection = (name: string): name is keyof typeof calls => Object.hasOwn(calls, name)

function* valuesOf(scenario: Scenario): Generator<ScenarioValue> {
  const { organization } = scenario
  yield { at: 'organization', operation: operationsOn.organization.update, item: organization }
  yield {
    at: 'organization.plan',
    operation: operationsOn.organization.updatePlan,
    item: organization.plan,
  }
  for (const name of Object.keys(calls)) {
    if (!isSection(name)) continue
    for (const [index, item] of (scenario[name] ?? []).entries()) {
      yield { at: `${name}[${index}]`, operation: calls[name], item }
    }
  }
}

/** In an update, null removes a value. A scenario leaves the value out instead. */
const withoutNull = (predicate: string): string => predicate.replace(' or null', '')

/** Throws if a scenario lists a value that the API's document allows in no call that makes it. */
export function checkValues(scenario: Scenario): void {
  const wrong = []
  for (const { at, operation, item } of valuesOf(scenario)) {
    const body = bodyOf(operation, item)
    const validate = requestsOf(operation).body
    if (validate === undefined || validate(body)) continue
    for (const place of placesOf(validate.errors ?? [])) {
      const fault = { pointer: place[0], predicate: withoutNull(predicateOf(place)) }
      wrong.push({ at, body, fault })
    }
  }
  const [first, ...more] = wrong
  if (first === undefined) return
  const { at, body, fault } = first
  throw wrongValue(scenario.name, at, body, fault, more.length)
}
