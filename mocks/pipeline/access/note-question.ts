import type { Decision } from '../../../src/generated/models.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import { contract } from '../../generated/contract.ts'
import type { AccessQuestion } from '../../operations/access/asked.ts'
import { resourceNamed, type Weighing } from '../../policy/index.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import { isOperation } from '../../policy/world/operations.ts'
import { admit } from '../admit.ts'
import { isByState } from '../note-coverage.ts'
import type { Asker } from './asker.ts'
import { believedProperties } from './believed.ts'
import { inSight, subjectOf } from './decide-question.ts'
import { wholeArgs } from './whole-args.ts'

/** Notes for the coverage the decision on a question, as if the call had been made. */
export function noteQuestion(asker: Asker, question: AccessQuestion, decision: Decision): void {
  const { coverage, compiled } = asker.platform
  const person = subjectOf(asker, question.subject)
  if (coverage === undefined || person === undefined || !isByRules(decision)) return
  const action = question.action.name
  const weighing = weighingOf(inSight(asker, person), person, question)
  if (weighing) coverage.addWeighing(compiled, weighing)
  if (!isOperation(action) || contract[action].public === true) return
  const { outcome, rule, status = 403 } = decision
  if (outcome === 'yes') {
    coverage.addOperation(compiled, action, true)
    for (const guard of weighing?.guards ?? []) coverage.addRule(compiled, guard, true)
  } else if (outcome === 'no') {
    if (isByState({ rule, status })) coverage.addRule(compiled, rule, false)
    else if (status === 403 || isHidden(weighing)) coverage.addOperation(compiled, action, false)
  }
}

/** Whether the policy decided: the API alone may also refuse a call that can't be read. */
const isByRules = ({ rule, status, allowed }: Decision): boolean =>
  allowed || rule !== 'API' || status === 404

const isHidden = (weighing: Weighing | undefined): boolean =>
  weighing?.rules.some(({ outcome }) => outcome === 'no') === true

/**
 * The rules that the question asks. Undefined for one that asks none: whether an operation is allowed with
 * any arguments, or about a person without a membership.
 */
function weighingOf(
  asker: Asker,
  person: UserRecord,
  question: AccessQuestion,
): Weighing | undefined {
  const { compiled } = asker.platform
  const { resource, context } = question
  const action = question.action.name
  if (isOperation(action)) {
    const args = context?.rolecall?.args
    return args && weighingOfCall(asker, person, action, args)
  }
  const { policy } = compiled
  const resources = resourceNamed(policy, asker.world, resource.type, resource.id)?.resources
  if (resources === undefined) return undefined
  const properties = believedProperties(asker.actor, person, question)
  const about = { actor: person, action, resources, ...(properties && { properties }) }
  const denial = compiled.openMembershipDenial(asker.world, about)
  return denial ? undefined : compiled.weighAction(asker.world, about)
}

function weighingOfCall(
  { platform, world }: Asker,
  person: UserRecord,
  operation: OperationId,
  args: readonly unknown[],
): Weighing | undefined {
  const { compiled } = platform
  const request = { actor: person, operation, args: wholeArgs(operation, args) }
  if (admit(platform, request) !== undefined) return undefined
  const call = compiled.bind(world, person, operation, request.args)
  return call.missing.length === 0 ? compiled.weigh(world, call) : undefined
}
