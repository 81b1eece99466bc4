import type { Decision } from '../../../src/generated/models.ts'
import { contract } from '../../generated/contract.ts'
import { isOperation } from '../../policy/world/operations.ts'
import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import { namesOneself } from '../../policy/world/oneself.ts'
import { type Resources, resourceOf } from '../../policy/index.ts'
import { brief } from '../../shared/brief.ts'
import { quoted } from '../../shared/quoted.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import { notSeen } from '../../platform/not-found.ts'
import { inSightOf } from '../../platform/sight.ts'
import { leftOutBody } from './left-out-body.ts'
import type { AccessQuestion, AccessWork } from './question.ts'
import { wholeArgs } from './whole-args.ts'

/**
 * Decides a question. Given the call's arguments it is judged as the call would be; without them the
 * rules alone are asked, and so they are where the call needs a body that is left out. What is unknown is denied, and so is what is hidden from the caller: to them
 * it does not exist, and nothing of the answer depends on it. Without `explain`, which takes longer, a
 * denial may lack its rule and alternatives.
 */
export function decideQuestion(
  work: AccessWork,
  question: AccessQuestion,
  explain: boolean,
): Decision {
  const { subject, action, context } = question
  const person = subjectOf(work, subject)
  if (person === undefined) {
    return denied(work, action.name, `There is no ${brief(subject.type)} ${quoted(subject.id)}.`)
  }
  if (isOperation(action.name)) {
    if (contract[action.name].public === true) return openToAll(work, action.name)
    const open = context?.args && leftOutBody(work, person, action.name, context.args)
    if (open !== undefined) {
      const { resource, run } = open
      return decideByRules(inSight(work, person), person, { ...question, resource }, explain, run)
    }
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
  { type, id }: AccessQuestion['subject'],
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
  { action: { name: action }, resource }: AccessQuestion,
  explain: boolean,
  run?: string,
): Decision {
  const { platform, world } = work
  const { compiled } = platform
  const toRun = run === undefined ? {} : { run }
  const named = resourceOf(world, resource.type, resource.id)?.resources
  const standing = compiled.openStanding(world, person, action, named ?? {}, work.actor)
  if (standing !== undefined && !explain) return standing
  if (standing !== undefined) {
    const asked =
      named !== undefined && isOperation(action)
        ? { ...compiled.open(person, action, named), ...toRun }
        : { actor: person, action, resources: named }
    return compiled.explainStanding(world, asked, work.actor) ?? standing
  }
  const resources = resourcesOf(work, person, resource)
  if (resources === undefined) {
    const name = `${brief(resource.type)} ${quoted(resource.id)}`
    const isHidden = named !== undefined && person.id !== work.actor.id
    return denied(work, action, notSeen(name, isHidden, work.actor))
  }
  return isOperation(action)
    ? compiled.explain(world, { ...compiled.open(person, action, resources), ...toRun }, work.actor)
    : compiled.explainAction(world, person, action, resources, work.actor)
}

/** What the resource is about; undefined for what does not exist or is hidden from the person. */
function resourcesOf(
  { platform, world }: AccessWork,
  person: UserRecord,
  { type, id }: AccessQuestion['resource'],
): Resources | undefined {
  const resources = resourceOf(world, type, id)?.resources
  return resources !== undefined && platform.compiled.sees(world, person, resources)
    ? resources
    : undefined
}

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
