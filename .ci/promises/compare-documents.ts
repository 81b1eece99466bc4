import type { Break } from './break.ts'
import { compareSchemas, type Way } from './compare-schemas.ts'
import { type Both, type Document, type Json, listOf, objectOf, resolve } from './document.ts'

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** What can break a program that speaks by the earlier document. */
export function compareDocuments(earlier: Document, later: Document): readonly Break[] {
  const both = { earlier, later, compared: new Set<string>() }
  return Object.entries(earlier.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const before = objectOf(item[method])
      const after = later.paths[path]?.[method]
      if (item[method] === undefined) return []
      const id = String(before.operationId ?? `${method} ${path}`)
      if (after === undefined) return [{ subject: id, change: `no ${method} ${path} any more` }]
      const { operationId } = objectOf(after)
      return [
        ...(operationId === before.operationId
          ? []
          : [{ subject: id, change: `called ${operationId}` }]),
        ...ofParameters(
          both,
          id,
          allOf(earlier, item, before),
          allOf(later, objectOf(later.paths[path]), objectOf(after)),
        ),
        ...ofBodies(both, id, before.requestBody, objectOf(after).requestBody),
        ...ofAnswers(both, id, objectOf(before.responses), objectOf(objectOf(after).responses)),
        ...ofTokens(
          id,
          before.security ?? earlier.security,
          objectOf(after).security ?? later.security,
        ),
      ]
    }),
  )
}

/** The parameters of a path and of its method, by place and name. */
const allOf = (document: Document, item: Json, operation: Json): ReadonlyMap<string, Json> =>
  new Map(
    [...listOf(item.parameters), ...listOf(operation.parameters)].map((one) => {
      const { value } = resolve(document, one)
      return [`${value.in}.${value.name}`, value]
    }),
  )

function ofParameters(
  both: Both,
  id: string,
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
): readonly Break[] {
  const added = [...after].filter(([name, { required }]) => required === true && !before.has(name))
  return [
    ...added.map(([name]) => ({ subject: `${id}: ${name}`, change: 'required' })),
    ...[...before].flatMap(([name, one]): readonly Break[] => {
      const subject = `${id}: ${name}`
      const now = after.get(name)
      if (now === undefined) return [{ subject, change: 'removed' }]
      return [
        ...(now.required === true && one.required !== true
          ? [{ subject, change: 'required' }]
          : []),
        ...compareSchemas(both, subject, one.schema, now.schema, 'sent'),
      ]
    }),
  ]
}

function ofBodies(both: Both, id: string, before: unknown, after: unknown): readonly Break[] {
  const { value: had } = resolve(both.earlier, before)
  const { value: has } = resolve(both.later, after)
  const subject = `${id}: body`
  if (before === undefined || after === undefined) {
    const isNew = before === undefined && has.required === true
    if (isNew) return [{ subject, change: 'required' }]
    return before === undefined ? [] : [{ subject, change: 'removed' }]
  }
  return [
    ...(has.required === true && had.required !== true ? [{ subject, change: 'required' }] : []),
    ...ofContent(both, subject, had.content, has.content, 'sent'),
  ]
}

function ofAnswers(both: Both, id: string, before: Json, after: Json): readonly Break[] {
  return Object.entries(before).flatMap(([status, answer]): readonly Break[] => {
    const subject = `${id}: ${status}`
    if (after[status] === undefined) {
      return status.startsWith('2') ? [{ subject, change: 'removed' }] : []
    }
    const { value: had } = resolve(both.earlier, answer)
    const { value: has } = resolve(both.later, after[status])
    const lost = Object.keys(objectOf(had.headers)).filter(
      (name) => objectOf(has.headers)[name] === undefined,
    )
    return [
      ...lost.map((name) => ({ subject: `${subject}.${name}`, change: 'removed' })),
      ...ofContent(both, subject, had.content, has.content, 'answered'),
    ]
  })
}

const ofContent = (both: Both, subject: string, before: unknown, after: unknown, way: Way) =>
  Object.entries(objectOf(before)).flatMap(([type, one]): readonly Break[] => {
    const now = objectOf(after)[type]
    if (now === undefined) return [{ subject, change: `no ${type} any more` }]
    return compareSchemas(both, subject, objectOf(one).schema, objectOf(now).schema, way)
  })

/** A call that needed no token and needs one now. */
function ofTokens(id: string, before: unknown, after: unknown): readonly Break[] {
  const isOpen = (security: unknown) =>
    listOf(security).length === 0 ||
    listOf(security).some((one) => Object.keys(objectOf(one)).length === 0)
  return isOpen(before) && !isOpen(after) ? [{ subject: id, change: 'needs a token' }] : []
}
