import { pathParametersOf } from './path-parameters.ts'
import { evaluate } from './evaluate.ts'
import type { OpenCall } from './open-rules.ts'
import { allOf, commonOf, type Outcome } from './outcome.ts'
import type { Rule } from './policy.ts'
import type { Question } from './question.ts'
import { isNamedType, kindOf, thingsOfCall, thingsOfType } from './thing.ts'
import { sees } from './visibility.ts'

const decideBound = (question: Question, call: OpenCall): Outcome => {
  const open = question.judge.openRulesOf(call)
  if (!open) return 'no'
  const outcomeOf = ({ require }: Rule): Outcome => evaluate(question, require)
  const always = allOf(open.always, outcomeOf)
  const options = [...open.options, ...open.settled]
  if (options.length === 0) return always
  const option = commonOf(options, (one) => (typeof one === 'string' ? one : outcomeOf(one)))
  return allOf([always, option], (one) => one)
}

/** Whether the rules allow the call whatever its arguments are: on everything of its type that there is. */
export const decideOpen = (question: Question, call: OpenCall): Outcome => {
  const { operation } = call
  const { world, things } = question
  const type = pathParametersOf(operation).findLast(isNamedType)
  if (type === undefined || things[type] !== undefined) return decideBound(question, call)
  const { project } = things
  const targets = thingsOfType(world, type).filter(
    (target) => !project || target.things.project === project,
  )
  if (targets.length === 0) return 'no'
  return commonOf(targets, ({ things: target }) => {
    const about = { ...question, things: { ...things, ...target } }
    if (!sees(about)) return 'no'
    const bound = { ...about, things: thingsOfCall(operation, about.things) }
    return decideBound(bound, { ...call, ...kindOf(target) })
  })
}
