import type { OperationId } from '../../src/generated/operations.ts'
import { type Call, type Refusal, thingNames, type Things } from './call.ts'
import { type Ask, asksOf } from './asks.ts'
import { fieldsOf } from './condition.ts'
import { fieldPath } from './bound.ts'
import { type FactContext, fieldsInText, fill, holds } from './facts.ts'
import { asNamed, hiddenFrom } from './hidden.ts'
import type { Judge } from './judge.ts'
import type { Mention } from './mention.ts'
import type { Guard } from './policy.ts'
import { type Reader, readerOf } from './reader.ts'
import type { UserRecord, World } from './world.ts'

/** The things that a field speaks of; undefined where it counts others, which nobody has named. */
const thingsInField = (
  { things, actor }: FactContext,
  field: string,
): readonly Mention[] | undefined => {
  const { fact, root, roots } = fieldPath(field)
  if (fact?.counts) return undefined
  const spoken = root === 'next' ? ['user', 'member', ...roots] : roots
  const about = thingNames.flatMap((name): Mention[] => {
    const thing = things[name]
    const type = name === 'destination' ? 'project' : name
    return spoken.includes(name) && typeof thing === 'object' ? [{ type, id: thing.id }] : []
  })
  return actor && spoken.includes('actor') ? [...about, { type: 'user', id: actor.id }] : about
}

/** What the guard speaks of; undefined where it counts what nobody has named. */
const mentionsOf = ({ when, text }: Guard, context: FactContext): Mention[] | undefined => {
  const about: Mention[] = []
  for (const field of [...fieldsOf(when), ...fieldsInText(text)]) {
    const mentions = thingsInField(context, field)
    if (mentions === undefined) return undefined
    about.push(...mentions)
  }
  return about
}

/** The refusal as somebody reads it: who is hidden from them is called as they are named in the call. */
const refusalBy = (
  guard: Guard,
  context: FactContext,
  reader: Reader,
  args: Call['args'] | undefined,
): Refusal => {
  const { rule, status, code, text } = guard
  const { things } = context
  const about = mentionsOf(guard, context)
  const hidden = hiddenFrom(reader, things)
  const told = hidden.size === 0 ? things : asNamed({ things, ...(args && { args }) }, hidden)
  return {
    rule,
    status,
    code,
    text: fill({ ...context, things: told }, text),
    ...(about && { about }),
  }
}

/**
 * The first guard by which the present state of things forbids the call, whoever asks; of those with
 * that status, where one is given.
 */
export const guard = (
  judge: Judge,
  world: World,
  call: Call,
  status?: Guard['status'],
): Refusal | undefined => {
  const { policy } = judge
  const { actor, operation, args, things, stated: input } = call
  const found = asksOf(policy, world, call)
  const asks = 'asks' in found ? found.asks : []
  for (const one of policy.guards) {
    if (status !== undefined && one.status !== status) continue
    // A guard speaks of the call itself, and of each change that it asks.
    const whole: Omit<Ask, 'action'> = { place: 'call', things }
    const asked = [
      ...(one.on.includes(operation) ? [whole] : []),
      ...asks.filter(({ action }) => one.on.includes(action)),
    ]
    const context = asked
      .map((about): FactContext => ({ world, input, actor, ...about }))
      .find((each) => holds(each, one.when))
    if (context) return refusalBy(one, context, readerOf(judge, world, actor), args)
  }
  return undefined
}

/**
 * The first guard that forbids the action whatever call asks it: one that speaks of whoever asks and
 * of the things named alone.
 */
export const guardOfAction = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  action: string,
  things: Things,
  asker = actor,
): Refusal | undefined => {
  const guards = judge.guardsOn.get(action)
  if (!guards) return undefined
  const context: FactContext = { place: 'question', world, things, input: undefined, actor }
  const found = guards.find(
    ({ guard: { when }, about }) =>
      about.every((name) => Object.hasOwn(things, name)) && holds(context, when),
  )
  return found && refusalBy(found.guard, context, readerOf(judge, world, asker), undefined)
}

/** The first guard that forbids the operation whatever its arguments are: one that speaks of whoever calls. */
export const guardOfCaller = (
  judge: Judge,
  world: World,
  actor: UserRecord,
  operation: OperationId,
  asker = actor,
): Refusal | undefined => {
  const guards = judge.guardsOnCallers.get(operation)
  if (!guards) return undefined
  const context: FactContext = { place: 'call', world, things: {}, input: undefined, actor }
  const found = guards.find(({ when }) => holds(context, when))
  return found && refusalBy(found, context, readerOf(judge, world, asker), undefined)
}
