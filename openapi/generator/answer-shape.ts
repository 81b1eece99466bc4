import type { Shape } from '../../src/core/base/shape.ts'
import type { Schema } from './document.ts'
import { refName } from './names.ts'
import type { Operation, Spec } from './spec.ts'

/**
 * The keys of an answer that the client checks: those that callers decide by or page through, such as
 * AuthZEN's `decision`, `results` and, where a server has pages, `next_token`. A resource, which has an
 * id, may be any object: a platform may leave out what it likes. What a search finds has the names that the
 * next question needs.
 */
export function answerShape({ result }: Operation, { schemas }: Spec): Shape | undefined {
  const schema = result.kind === 'model' ? schemas[result.model] : undefined
  return schema && shapeOf(schema, schemas)
}

function shapeOf(schema: Schema, schemas: Spec['schemas']): Shape | undefined {
  const { $ref, type, properties, items, required = [] } = schema
  if (schema['x-cursor']) return 'string null'
  if ($ref) return shapeOf(schemas[refName({ $ref }) ?? ''] ?? {}, schemas)
  if (type === 'boolean') return type
  if (type === 'array')
    return [(items && shapeOf(items, schemas)) ?? (isObject(items, schemas) ? {} : 'any')]
  if (type === 'object' && schema['x-entity'])
    return Object.fromEntries(required.map((name) => [name, 'string']))
  if (type !== 'object' || properties?.id) return undefined
  const members = Object.entries(properties ?? {}).flatMap(([name, member]) => {
    const shape = shapeOf(member, schemas)
    const leadsOn = isCursor(member, schemas)
    const isNeeded = required.includes(name) && !leadsOn
    // An optional object only adds details to the decision, and an optional list of texts to the rest.
    const isDetail = isObject(member, schemas) || String(shape) === 'any'
    if (!shape || (!isNeeded && !leadsOn && isDetail)) return []
    return [[isNeeded ? name : `${name}?`, shape] as const]
  })
  return members.length > 0 ? Object.fromEntries(members) : undefined
}

/** Whether it is the cursor of the next page, or contains it. A server may have no pages. */
function isCursor(schema: Schema, schemas: Spec['schemas']): boolean {
  const { properties = {}, 'x-cursor': cursor } = schemas[refName(schema) ?? ''] ?? schema
  return cursor ?? Object.values(properties).some((member) => isCursor(member, schemas))
}

function isObject(schema: Schema | undefined, schemas: Spec['schemas']): boolean {
  const name = refName(schema)
  return (name ? schemas[name] : schema)?.type === 'object'
}
