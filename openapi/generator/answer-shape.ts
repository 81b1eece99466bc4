import type { Shape } from '../../src/core/shape.ts'
import type { Schema } from './document.ts'
import { refName } from './names.ts'
import type { Operation, Spec } from './spec.ts'

/**
 * What the client checks of an answer: the members that its callers decide by or walk through, such
 * as AuthZEN's `decision` and `results`. Things, which have an id, are any object: of those a platform
 * may leave out what it likes.
 */
export function answerShape({ result }: Operation, { schemas }: Spec): Shape | undefined {
  const schema = result.kind === 'model' ? schemas[result.model] : undefined
  return schema && shapeOf(schema, schemas)
}

function shapeOf(
  { $ref, type, properties, items, required = [] }: Schema,
  schemas: Spec['schemas'],
): Shape | undefined {
  if ($ref) return shapeOf(schemas[refName({ $ref }) ?? ''] ?? {}, schemas)
  if (type === 'boolean') return type
  if (type === 'array')
    return [(items && shapeOf(items, schemas)) ?? (isObject(items, schemas) ? {} : 'any')]
  if (type !== 'object' || properties?.id) return undefined
  const members = Object.entries(properties ?? {}).flatMap(([name, member]) => {
    const shape = shapeOf(member, schemas)
    const isNeeded = required.includes(name)
    // What may be left out and is an object tells more about what is decided already.
    if (!shape || (!isNeeded && isObject(member, schemas))) return []
    return [[isNeeded ? name : `${name}?`, shape] as const]
  })
  return members.length > 0 ? Object.fromEntries(members) : undefined
}

function isObject(schema: Schema | undefined, schemas: Spec['schemas']): boolean {
  const name = refName(schema)
  return (name ? schemas[name] : schema)?.type === 'object'
}
