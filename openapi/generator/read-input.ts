import type { Document, Schema } from './document.ts'
import type { OperationSource } from './read-operation.ts'
import type { Batch, Body, Query } from './spec.ts'

/** The things that a property can give beside what it names. */
const gifts = ['ownership', 'rights'] as const
export type Given = (typeof gifts)[number]

/** The schema of the body, or else of the query. */
export function inputSchema(
  { components }: Document,
  body: Body | undefined,
  query: Query | undefined,
): Schema {
  if (body) return components?.schemas?.[body.model] ?? {}
  const parameters = query?.parameters.map(({ name, schema }) => [name, schema] as const) ?? []
  return { properties: Object.fromEntries(parameters) }
}

/** The property of the body with the subject of a question. */
export function readAsksAbout(
  { source, fault }: OperationSource,
  input: Schema,
): string | undefined {
  const subject = source['x-asks-about']
  if (subject !== undefined && !input.properties?.[subject])
    fault(`has x-asks-about ${subject}, and its body has no such property.`)
  return subject
}

/** The list of the body that holds requests of another operation. */
export function readBatch({ properties = {} }: Schema): Batch | undefined {
  const [batch] = Object.entries(properties).flatMap(([at, { 'x-batch-of': of }]) =>
    of === undefined ? [] : [{ at, of }],
  )
  return batch
}

/** The keys of the body that give something beside what they name. */
export const readHandsOut = (
  { fault }: OperationSource,
  { properties = {} }: Schema,
): Readonly<Record<string, Given>> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, { 'x-hands-out': given }]) => {
      const gift = gifts.find((one) => one === given)
      if (given !== undefined && gift === undefined)
        fault(`has x-hands-out ${given} at /${key}, which is none of ${gifts.join(', ')}.`)
      return gift ? [[key, gift] as const] : []
    }),
  )
