import type { Decision } from '../../../src/generated/models.ts'
import { contract } from '../../generated/contract.ts'
import { isOperation } from '../../policy/world/operations.ts'
import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'
import { namesOneself } from '../../policy/world/oneself.ts'
import { resourceNamed, type Resources, unknownType } from '../../policy/index.ts'
import { brief } from '../../shared/brief.ts'
import { quoted } from '../../shared/quoted.ts'
import { meaningOf } from '../../policy/language/type-names.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import { notSeen } from '../../platform/not-found.ts'
import { inSightOf } from '../../platform/sight.ts'
import type { AccessQuestion } from '../../operations/access/asked.ts'
import type { Asker } from './asker.ts'
import { believedProperties } from './believed.ts'
import { denied, openToAll } from './by-api.ts'
import { leftOutBody } from './left-out-body.ts'
import { rehearse } from '../rehearse.ts'
import { wholeArgs } from './whole-args.ts'

/**
 * Decides a question. With arguments, the whole call is rehearsed; without them, or without a body that
 * the call needs, the policy's rules alone decide. Resources that are missing or hidden from the asker
 * are denied alike, and no answer depends on hidden ones. With `explain`, which takes longer, a denial
 * always has its rule and alternatives.
 */
export function decideQuestion(asker: Asker, question: AccessQuestion, explain: boolean): Decision {
  const { subject, action, context } = question
  const person = subjectOf(asker, subject)
  if (person === undefined) {
    const { type, id } = subject
    const missing = `There is no ${brief(type)} ${quoted(id)}.`
    return denied(asker, action.name, textOn(asker, type, missing))
  }
  if (isOperation(action.name)) {
    if (contract[action.name].public === true) return openToAll(asker, action.name)
    const args = context?.rolecall?.args
    const open = args && leftOutBody(asker, person, action.name, args)
    if (open !== undefined) {
      const { resource, run } = open
      return decideByRules(inSight(asker, person), person, { ...question, resource }, explain, run)
    }
    if (args !== undefined) {
      const request = {
        actor: person,
        operation: action.name,
        args: wholeArgs(action.name, args),
      }
      return rehearse(asker.platform, request, explain, asker.actor)
    }
  }
  return decideByRules(inSight(asker, person), person, question, explain)
}

/**
 * The person whom a question is about: the asker, or a user whom the asker may see. An enforcement point
 * sees everyone who can sign in.
 */
export function subjectOf(
  asker: Asker,
  { type, id }: AccessQuestion['subject'],
): UserRecord | undefined {
  if (meaningOf(asker.platform.compiled.policy, type)?.type !== 'user') return undefined
  if (namesOneself(asker.actor, id)) return asker.actor
  if (isEnforcementPoint(asker.actor)) return asker.world.user(id) ?? asker.world.former(id)
  const person = asker.world.user(id)
  return person && inSight(asker, person).world.user(person.id)
}

/** The platform without resources that are hidden from the asker, for a call of the subject. */
export function inSight(asker: Asker, subject: UserRecord): Asker {
  const platform = inSightOf(asker.platform, subject, asker.actor)
  return { ...asker, platform, world: platform.world }
}

function decideByRules(
  asker: Asker,
  person: UserRecord,
  question: AccessQuestion,
  explain: boolean,
  run?: string,
): Decision {
  const { platform, world } = asker
  const { compiled } = platform
  const { resource } = question
  const action = question.action.name
  const believed = believedProperties(asker.actor, person, question)
  const stated = believed && { properties: believed }
  const toRun = run === undefined ? {} : { run }
  const named = resourceNamed(compiled.policy, world, resource.type, resource.id)?.resources
  const denial = compiled.openMembershipDenial(
    world,
    { actor: person, action, resources: named ?? {}, ...stated },
    asker.actor,
  )
  if (denial !== undefined && !explain) return denial
  if (denial !== undefined) {
    const asked =
      named !== undefined && isOperation(action)
        ? { ...compiled.open(person, action, named, believed), ...toRun }
        : { actor: person, action, resources: named, ...stated }
    return compiled.explainMembershipDenial(world, asked, { asker: asker.actor }) ?? denial
  }
  const resources = resourcesOf(asker, person, resource)
  if (resources === undefined) {
    const name = `${brief(resource.type)} ${quoted(resource.id)}`
    const isHidden = named !== undefined && person.id !== asker.actor.id
    const unseen = notSeen(name, isHidden, asker.actor)
    return denied(asker, action, textOn(asker, resource.type, unseen))
  }
  return isOperation(action)
    ? compiled.explain(
        world,
        { ...compiled.open(person, action, resources, believed), ...toRun },
        asker.actor,
      )
    : compiled.explainAction(world, { actor: person, action, resources, ...stated }, asker.actor)
}

/** The text about something that was not found: if its very type is unknown, that. */
const textOn = ({ platform }: Asker, type: string, missing: string): string => {
  const { policy } = platform.compiled
  return meaningOf(policy, type) === undefined ? unknownType(policy, type) : missing
}

/** The resource and those around it; undefined if it does not exist, or is hidden from the person. */
function resourcesOf(
  { platform, world }: Asker,
  person: UserRecord,
  { type, id }: AccessQuestion['resource'],
): Resources | undefined {
  const { compiled } = platform
  const resources = resourceNamed(compiled.policy, world, type, id)?.resources
  return resources !== undefined && compiled.sees(world, person, resources) ? resources : undefined
}
