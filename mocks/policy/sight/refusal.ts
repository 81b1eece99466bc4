import type { Call, Refusal } from '../call/call.ts'
import { fieldPath } from '../call/field-path.ts'
import { fieldsOf } from '../language/condition.ts'
import { type FactContext, fieldsInText, fill } from '../call/facts.ts'
import type { Objection } from '../decide/guards.ts'
import { asNamed, hiddenFrom } from '../call/hidden.ts'
import type { Guard } from '../language/policy.ts'
import type { Mention, Reader } from '../world/reader.ts'
import { resourceNames, typeOf } from '../world/resources.ts'

/** The reader's own projects, if the field counts these; undefined if it counts anything else. */
const countedIn = (
  { resources, actor }: FactContext,
  field: string,
  { user: reader }: Reader,
): readonly Mention[] | undefined => {
  const { fact, root } = fieldPath(field)
  const person = root === 'actor' ? actor : resources.user
  // Of others, the reader could learn that they own hidden projects.
  if (!fact?.ofOwner || typeof person !== 'object' || person.id !== reader.id) return undefined
  return [{ knownTo: reader.id }]
}

/** The resources that a field reads; undefined if it counts others, which can't be named. */
const resourcesInField = (
  context: FactContext,
  field: string,
  reader: Reader,
): readonly Mention[] | undefined => {
  const { resources, actor } = context
  const { fact, root, roots } = fieldPath(field)
  if (fact?.counts) return countedIn(context, field, reader)
  const read = root === 'next' ? ['user', 'member', ...roots] : roots
  const about = resourceNames.flatMap((name): Mention[] => {
    const resource = resources[name]
    return read.includes(name) && typeof resource === 'object'
      ? [{ type: typeOf(name), id: resource.id }]
      : []
  })
  return actor && read.includes('actor') ? [...about, { type: 'user', id: actor.id }] : about
}

/** The resources that the guard reads; undefined if it counts others, which can't be named. */
const mentionsOf = (
  { when, text }: Guard,
  context: FactContext,
  reader: Reader,
): Mention[] | undefined => {
  const about: Mention[] = []
  for (const field of [...fieldsOf(when), ...fieldsInText(text)]) {
    const mentions = resourcesInField(context, field, reader)
    if (mentions === undefined) return undefined
    about.push(...mentions)
  }
  return about
}

/** The refusal in the reader's words: people hidden from them are called as the call names them. */
export const refusalTo = (
  reader: Reader,
  { guard, context }: Objection,
  args?: Call['args'],
): Refusal => {
  const { rule, status, code, text } = guard
  const { resources } = context
  const about = mentionsOf(guard, context, reader)
  const hidden = hiddenFrom(reader, resources)
  const disclosed =
    hidden.size === 0 ? resources : asNamed({ resources, ...(args && { args }) }, hidden)
  return {
    rule,
    status,
    code,
    text: fill({ ...context, resources: disclosed }, text),
    ...(about && { about }),
  }
}
