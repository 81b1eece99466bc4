import type { Break } from './break.ts'
import type { Json } from './document.ts'

const most = ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum']
const least = ['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum']

/** The limits of a schema that refuse more than before. */
export function tightened(subject: string, had: Json, has: Json): readonly Break[] {
  const limits = [
    ...most.map((key) => [key, -1] as const),
    ...least.map((key) => [key, 1] as const),
  ]
  return [
    ...limits.flatMap(([key, sign]): readonly Break[] => {
      const now = has[key]
      const then = had[key]
      if (typeof now !== 'number') return []
      const isTighter = typeof then !== 'number' || now * sign > then * sign
      return isTighter ? [{ subject, change: changeOf(key, then, now) }] : []
    }),
    ...['pattern', 'format', 'uniqueItems'].flatMap((key): readonly Break[] =>
      has[key] === undefined || has[key] === false || has[key] === had[key] || isSize(has[key])
        ? []
        : [{ subject, change: changeOf(key, had[key], has[key]) }],
    ),
    ...(has.additionalProperties === false && had.additionalProperties !== false
      ? [{ subject, change: 'no further keys' }]
      : []),
  ]
}

const changeOf = (key: string, then: unknown, now: unknown): string =>
  then === undefined ? `${key} ${now}` : `${key} ${now}, was ${then}`

/** The size in memory of a number, which limits nothing beside its bounds. */
const isSize = (format: unknown): boolean => format === 'int32' || format === 'int64'
