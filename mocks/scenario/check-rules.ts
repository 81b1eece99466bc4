import { contract, operationsOn } from '../generated/contract.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { type CompiledPolicy, brokenIn, compile, type Policy, type World } from '../policy/index.ts'
import { fieldsOf } from '../policy/language/condition.ts'
import { enforcementPoint } from '../policy/world/enforcement-point.ts'
import type { Scenario } from '../policies/scenario.ts'
import { wrong } from './wrong.ts'

/** Throws if a scenario lists values that its policy refuses to everyone, or more resources than it allows. */
export function checkRules(scenario: Scenario, { policy }: CompiledPolicy, world: World): void {
  const compiled = compile(onlyOfValues(policy))
  for (const { at, operation, args } of callsOf(scenario)) {
    const call = compiled.bind(world, enforcementPoint, operation, args)
    const [missing] = compiled.requiredKeysMissing(call)
    if (missing !== undefined) {
      throw wrong(scenario.name, `${at}.${missing}`, `: It is missing. ${policy.name} needs it.`)
    }
    const refusal = compiled.guard(world, call, 422)
    if (refusal !== undefined) {
      throw wrong(scenario.name, at, `: ${refusal.text} (${policy.name}, ${refusal.rule})`)
    }
  }
  checkOwner(scenario, compiled, world)
  const over = brokenIn(policy, world).find(({ isOver }) => isOver)
  if (over !== undefined) throw wrong(scenario.name, over.of, `: ${over.text}`)
}

/** The policy with only those guards that check values: nobody calls here. */
const onlyOfValues = (policy: Policy): Policy => ({
  ...policy,
  guards: policy.guards.filter(
    ({ status, when }) => status === 422 && !fieldsOf(when).some((field) => /^actor\b/.test(field)),
  ),
})

interface Listed {
  readonly at: string
  readonly operation: OperationId
  readonly args: readonly unknown[]
}

/** The calls that would have made the resources of the scenario. */
function* callsOf({
  organization,
  users,
  projects,
  members,
  artifacts,
}: Scenario): Generator<Listed> {
  const { owner } = organization
  if (owner !== undefined) {
    const args = [{ to: owner }]
    yield { at: 'organization.owner', operation: operationsOn.organization.transfer, args }
  }
  for (const [index, { email, grants = {}, paused = false }] of users.entries()) {
    const body = {
      ...(Object.keys(grants).length > 0 && { grants }),
      ...(paused && { paused }),
    }
    if (Object.keys(body).length === 0) continue
    yield { at: `users[${index}]`, operation: operationsOn.user.update, args: [email, body] }
  }
  for (const [index, project] of (projects ?? []).entries()) {
    const at = `projects[${index}]`
    yield {
      at,
      operation: operationsOn.project.create,
      args: [bodyOf(operationsOn.project.create, project)],
    }
    if (project.owner === undefined) continue
    const args = [project.key, { to: project.owner }]
    yield { at: `${at}.owner`, operation: operationsOn.project.transfer, args }
  }
  for (const [index, member] of (members ?? []).entries()) {
    const args = [member.project, bodyOf(operationsOn.member.create, member)]
    yield { at: `members[${index}]`, operation: operationsOn.member.create, args }
  }
  for (const [index, artifact] of (artifacts ?? []).entries()) {
    const args = [bodyOf(operationsOn.artifact.create, artifact)]
    yield { at: `artifacts[${index}]`, operation: operationsOn.artifact.create, args }
  }
}

/** The part of an item that belongs in the body of a call. */
export function bodyOf(operation: OperationId, item: object): Record<string, unknown> {
  const { keys = [] } = contract[operation]
  return Object.fromEntries(Object.entries(item).filter(([key]) => keys.includes(key)))
}

/** Throws unless the owner holds the role that a transfer of ownership gives. */
function checkOwner(
  { name, organization }: Scenario,
  compiled: CompiledPolicy,
  world: World,
): void {
  const user = organization.owner === undefined ? undefined : world.user(organization.owner)
  if (user === undefined) return
  const args = [{ to: user.id }]
  const call = compiled.bind(world, enforcementPoint, operationsOn.organization.transfer, args)
  for (const effect of compiled.effects(world, call, { user })) {
    if (effect.kind !== 'role' || effect.user !== user.id || effect.role === user.role) continue
    const has = user.role === undefined ? 'no role' : `the role ${user.role}`
    const text = `: ${user.email} has ${has} in the organization, and the owner must have ${effect.role}. Name a user with that role.`
    throw wrong(name, 'organization.owner', text)
  }
}
