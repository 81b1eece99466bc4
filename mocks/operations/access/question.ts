import { isRecord } from '../../../src/core/record.ts'
import type { Decision, EvaluationRequest } from '../../../src/generated/models.ts'
import { type OperationId, operations } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import { rereadQuery } from '../../pipeline/read-query.ts'
import { isOperation } from '../../policy/actions.ts'
import { isEnforcementPoint } from '../../policy/enforcement-point.ts'
import { namesOneself } from '../../policy/oneself.ts'
import { pathParametersOf } from '../../policy/path-parameters.ts'
import { type Things, thingOf } from '../../policy/index.ts'
import { brief } from '../../brief.ts'
import { quoted } from '../../quoted.ts'
import type { UserRecord } from '../../policy/world.ts'
import { notSeen } from '../../pipeline/not-found.ts'
import { inSightOf } from '../../pipeline/sight.ts'
import type { Work } from '../work.ts'

/** What every AuthZEN operation works with. */
export type AccessWork = Pick<
  Work<OperationId>,
  'platform' | 'world' | 'actor' | 'rehearse' | 'noteAnswer'
>

/** Whether someone may do something to something, by the OpenID AuthZEN Authorization API 1.0. */
export type Question = Pick<EvaluationRequest, 'subject' | 'action' | 'resource' | 'context'>

/**
 * Decides a question. Given the call's arguments it is judged as the call would be; without them the
 * rules alone are asked. What is unknown is denied, and so is what is hidden from the caller: to them
 * it does not exist, and nothing of the answer depends on it. Without `explain`, which takes longer, a
 * denial may lack its rule and alternatives.
 */
export function decideQuestion(work: AccessWork, question: Question, explain: boolean): Decision {
  const { subject, action, context } = question
  const person = subjectOf(work, subject)
  if (person === undefined) {
    return denied(work, action.name, `There is no ${brief(subject.type)} ${quoted(subject.id)}.`)
  }
  if (isOperation(action.name)) {
    if (contract[action.name].public === true) return openToAll(work, action.name)
    if (context?.args !== undefined && work.rehearse) {
      const args = wholeArgs(action.name, context.args)
      const request = { actor: person, operation: action.name, args }
      return work.rehearse(request, explain, work.actor)
    }
  }
  return decideByRules(inSight(work, person), person, question, explain)
}

/**
 * Who is asked about: the caller, or a user by id or e-mail address whom the caller may know of. An
 * enforcement point knows of everybody who can sign in.
 */
export function subjectOf(
  work: AccessWork,
  { type, id }: Question['subject'],
): UserRecord | undefined {
  if (type !== 'user') return undefined
  if (namesOneself(work.actor, id)) return work.actor
  if (isEnforcementPoint(work.actor)) return work.world.user(id) ?? work.world.former(id)
  const person = work.world.user(id)
  return person && inSight(work, person).world.user(person.id)
}

/** The work as far as the caller sees what it is about. */
export function inSight<Each extends AccessWork>(work: Each, subject: UserRecord): Each {
  const platform = inSightOf(work.platform, subject, work.actor)
  return { ...work, platform, world: platform.world }
}

function decideByRules(
  work: AccessWork,
  person: UserRecord,
  { action: { name: action }, resource }: Question,
  explain: boolean,
): Decision {
  const { platform, world } = work
  const { compiled } = platform
  const named = thingOf(world, resource.type, resource.id)?.things
  const standing = compiled.openStanding(world, person, action, named ?? {}, work.actor)
  if (standing !== undefined && !explain) return standing
  if (standing !== undefined) {
    const asked =
      named !== undefined && isOperation(action)
        ? compiled.open(person, action, named)
        : { actor: person, action, things: named }
    return compiled.explainStanding(world, asked, work.actor) ?? standing
  }
  const things = thingsOf(work, person, resource)
  if (things === undefined) {
    const name = `${brief(resource.type)} ${quoted(resource.id)}`
    const isHidden = named !== undefined && person.id !== work.actor.id
    return denied(work, action, notSeen(name, isHidden, work.actor))
  }
  return isOperation(action)
    ? compiled.explain(world, compiled.open(person, action, things), work.actor)
    : compiled.explainAction(world, person, action, things, work.actor)
}

/** What the resource is about; undefined for what does not exist or is hidden from the person. */
function thingsOf(
  { platform, world }: AccessWork,
  person: UserRecord,
  { type, id }: Question['resource'],
): Things | undefined {
  const things = thingOf(world, type, id)?.things
  return things !== undefined && platform.compiled.sees(world, person, things) ? things : undefined
}

/** Path arguments, then the body or query: what was left out at the end stands for nothing sent. */
function wholeArgs(operation: OperationId, args: readonly unknown[]): unknown[] {
  const count = pathParametersOf(operation).length
  const path = Array.from({ length: count }, (_, index) => reference(args[index]))
  const { input } = operations[operation]
  if (input === undefined) return path
  const last = args[count]
  if (input === 'query' && isRecord(last)) {
    return [...path, rereadQuery(last, contract[operation].query)]
  }
  const nothing = contract[operation].bodyRequired === true ? undefined : {}
  return [...path, last ?? nothing]
}

/** A path argument as it would stand in a path; what can't stand there names nothing. */
const reference = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const denied = ({ platform }: AccessWork, action: string, text: string): Decision => ({
  allowed: false,
  outcome: 'no',
  policy: platform.compiled.policy.name,
  action,
  rule: 'API',
  status: 404,
  code: 'not_found',
  text,
  alternatives: [],
  final: text,
})

const openToAll = ({ platform }: AccessWork, action: string): Decision => ({
  allowed: true,
  outcome: 'yes',
  policy: platform.compiled.policy.name,
  action,
  rule: 'API',
  text: `${action} is open to everyone.`,
  alternatives: [],
})
