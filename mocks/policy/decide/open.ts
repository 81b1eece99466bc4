import { pathParametersOf } from '../world/operations.ts'
import { evaluate, seenBy, sees } from '../evaluate/evaluate.ts'
import { type OpenCall, openRulesOf } from './open-rules.ts'
import { allOf, commonOf, type Outcome } from '../language/outcome.ts'
import type { Rule } from '../language/policy.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import { membershipAllows } from '../world/membership.ts'
import { isNamedType, kindOf, resourcesOfCall, resourcesOfType } from '../world/resources.ts'

/** The permissions handed out by an operation that never hands out any. */
export const nothing: ReadonlySet<string> = new Set()

const decideBound = (context: EvaluationContext, call: OpenCall): Outcome => {
  const open = openRulesOf(context.judge, call)
  if (!open) return 'no'
  const about = open.handsOut ? context : { ...context, handedOut: nothing }
  const outcomeOf = ({ require }: Rule): Outcome => evaluate(about, require)
  const always = allOf(open.always, outcomeOf)
  const options = [...open.options, ...open.settled]
  if (options.length === 0) return always
  const option = commonOf(options, (one) => (typeof one === 'string' ? one : outcomeOf(one)))
  return allOf([always, option], (one) => one)
}

/** Whether the rules allow the call on every resource of its type that the caller sees. */
const decideTargets = (context: EvaluationContext, call: OpenCall): Outcome => {
  const { operation } = call
  const { world, actor, resources } = context
  const type = pathParametersOf(operation).findLast(isNamedType)
  if (type === undefined || resources[type] !== undefined) return decideBound(context, call)
  const { project } = resources
  const targets = resourcesOfType(world, type).filter(
    (target) =>
      (!project || target.resources.project === project) &&
      sees({ ...context, resources: { ...resources, ...target.resources } }),
  )
  if (targets.length === 0) return 'no'
  // A call on a hidden resource is denied. Always count one, so that the outcome does not reveal
  // whether there is any.
  const seesAll = project !== undefined || seenBy(context, actor).all(type)
  return commonOf(seesAll ? targets : [...targets, undefined], (target) => {
    if (!target) return 'no'
    const about = resourcesOfCall(operation, { ...resources, ...target.resources })
    return decideBound({ ...context, resources: about }, { ...call, ...kindOf(target.resources) })
  })
}

/**
 * Whether the caller's membership and the rules allow the call whatever its arguments: a partial
 * evaluation, which answers `depends` if the arguments decide.
 */
export const decideOpen = (context: EvaluationContext, call: OpenCall): Outcome => {
  const { world, actor, resources } = context
  const membership = membershipAllows(world, actor, call.operation, resources)
  return membership === 'no'
    ? membership
    : allOf([membership, decideTargets(context, call)], (one) => one)
}
