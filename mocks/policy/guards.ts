import { type Call, type Refusal, thingNames, type Things } from './call.ts'
import { asksOf } from './asks.ts'
import { fieldsOf } from './condition.ts'
import { countingFacts, type FactContext, fieldsInText, fill, holds } from './facts.ts'
import { asNamed, hiddenFrom } from './hidden.ts'
import type { Judge } from './judge.ts'
import type { Mention } from './mention.ts'
import type { Guard } from './policy.ts'
import { type Reader, readerOf } from './reader.ts'
import type { World } from './world.ts'

/** The things from which the role keys of `next` follow. */
const namesBehind = (field: string): readonly (keyof Things)[] | undefined => {
  if (!field.startsWith('next.')) return undefined
  return field === 'next.roleInTeam' ? ['user', 'team'] : ['user', 'member']
}

/** The things that a field speaks of; undefined where it counts others, which nobody has named. */
const thingsInField = ({ things }: FactContext, field: string): readonly Mention[] | undefined => {
  if (countingFacts.has(field)) return undefined
  const [root = ''] = field.split('.')
  const names = namesBehind(field) ?? thingNames.filter((name) => name === root)
  return names.flatMap((name) => {
    const thing = things[name]
    const type = name === 'destination' ? 'project' : name
    return typeof thing === 'object' ? [{ type, id: thing.id }] : []
  })
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
  const { actor, operation, args, things, input } = call
  const asked = asksOf(policy, world, call)
  const asks = 'asks' in asked ? asked.asks : []
  for (const one of policy.guards) {
    if (status !== undefined && one.status !== status) continue
    // A guard speaks of the call itself, and of each change that it asks.
    const whole = one.on.includes(operation) ? [{ world, things, input }] : []
    const changes = asks
      .filter(({ action }) => one.on.includes(action))
      .map((ask) => ({ world, things: ask.things, input }))
    const context = [...whole, ...changes].find((each) => holds(each, one.when))
    if (context) return refusalBy(one, context, readerOf(judge, world, actor), args)
  }
  return undefined
}

/** The first guard that forbids the action whatever call asks it: one that speaks of the things named alone. */
export const guardOfAction = (
  { guardsOn }: Judge,
  world: World,
  reader: Reader,
  action: string,
  things: Things,
): Refusal | undefined => {
  const guards = guardsOn.get(action)
  if (!guards) return undefined
  const context = { world, things, input: undefined }
  const found = guards.find(
    ({ guard: { when }, about }) =>
      about.every((name) => Object.hasOwn(things, name)) && holds(context, when),
  )
  return found && refusalBy(found.guard, context, reader, undefined)
}
