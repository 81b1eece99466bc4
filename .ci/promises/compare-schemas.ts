import type { Break } from './break.ts'
import { type Both, isObject, type Json, listOf, objectOf, resolve, textsOf } from './document.ts'
import { tightened } from './limits.ts'

/** Whether the caller makes the value, or reads it. */
export type Way = 'sent' | 'answered'

/**
 * What is narrower of a value that callers send, or wider of one that they read. Schemas of the
 * components are compared once each way, under their own names.
 */
export function compareSchemas(
  both: Both,
  subject: string,
  before: unknown,
  after: unknown,
  way: Way,
): readonly Break[] {
  if (before === undefined || after === undefined || before === true || after === true) return []
  const { name, value: had } = resolve(both.earlier, before)
  const { value: has } = resolve(both.later, after)
  const mark = `${name} ${way}`
  if (name !== undefined && both.compared.has(mark)) return []
  if (name !== undefined) both.compared.add(mark)
  const place = name ?? subject
  const compare = (suffix: string, one: unknown, other: unknown) =>
    compareSchemas(both, place + suffix, one, other, way)
  return [
    ...ofTypes(place, had, has, way),
    ...ofProperties(place, had, has, way),
    ...(way === 'sent' ? ofValues(place, had, has) : []),
    ...(way === 'sent' ? tightened(place, had, has) : []),
    ...Object.entries(objectOf(had.properties)).flatMap(([key, one]) =>
      compare(`.${key}`, one, objectOf(has.properties)[key]),
    ),
    ...compare('[]', had.items, has.items),
    ...(isObject(had.additionalProperties) && isObject(has.additionalProperties)
      ? compare('.*', had.additionalProperties, has.additionalProperties)
      : []),
    ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap((key) =>
      listOf(had[key]).flatMap((one, at) =>
        compare('', one, counterpart(one, at, listOf(has[key]))),
      ),
    ),
  ]
}

/** The alternative with the same reference, or else at the same place. */
function counterpart(one: unknown, at: number, others: readonly unknown[]): unknown {
  const { $ref } = objectOf(one)
  return $ref === undefined ? others[at] : others.find((other) => objectOf(other).$ref === $ref)
}

function ofTypes(subject: string, had: Json, has: Json, way: Way): readonly Break[] {
  const before = textsOf(had.type)
  const after = textsOf(has.type)
  if (before.length === 0 || after.length === 0) return []
  const [all, some] = way === 'sent' ? [after, before] : [before, after]
  const isHeld = (type: string) =>
    all.includes(type) || (type === 'integer' && all.includes('number'))
  return some.every(isHeld)
    ? []
    : [{ subject, change: `was ${before.join(' or ')}, is ${after.join(' or ')}` }]
}

function ofProperties(subject: string, had: Json, has: Json, way: Way): readonly Break[] {
  const now = objectOf(has.properties)
  const gone = Object.keys(objectOf(had.properties)).filter((key) => now[key] === undefined)
  const [fewer, more] =
    way === 'sent'
      ? [textsOf(had.required), textsOf(has.required)]
      : [textsOf(has.required), textsOf(had.required)]
  const changed = more.filter((key) => !fewer.includes(key) && !gone.includes(key))
  const change = way === 'sent' ? 'required' : 'no longer always there'
  return [
    ...gone.map((key) => ({ subject: `${subject}.${key}`, change: 'removed' })),
    ...changed.map((key) => ({ subject: `${subject}.${key}`, change })),
  ]
}

/** Values that are not accepted any more. */
function ofValues(subject: string, had: Json, has: Json): readonly Break[] {
  if (has.enum === undefined) return []
  if (had.enum === undefined) return [{ subject, change: `one of ${listOf(has.enum).join(', ')}` }]
  const lost = listOf(had.enum).filter((value) => !listOf(has.enum).includes(value))
  return lost.map((value) => ({ subject, change: `not ${value} any more` }))
}
