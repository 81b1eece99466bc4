import { readFileSync } from 'node:fs'
import type { BuiltInPolicy } from '../../../mocks/policies/index.ts'
import { documents } from '../installed.ts'

type Json = Readonly<Record<string, unknown>>

/** The user who sends all requests. */
export const caller = 'admin@acme.test'

/**
 * The document as generators of tests need it for one policy: the operations with an example that the
 * caller sends to a new mock, each with these examples alone.
 */
export function documentFor(policy: BuiltInPolicy): Json {
  const whole: Json = JSON.parse(readFileSync(documents.api, 'utf8'))
  const paths = Object.entries(members(kept(whole.paths, policy))).map(([path, item]) => [
    path,
    operationsOf(members(item)),
  ])
  return { ...whole, ...members(kept(whole, policy)), paths: Object.fromEntries(paths) }
}

/** The operations that have examples. Those of a merge patch have them under its media type alone. */
const operationsOf = (item: Json): Json =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([, operation]) => JSON.stringify(operation).includes('"examples"'))
      .map(([method, operation]) => [method, withOneMediaType(members(operation))]),
  )

function withOneMediaType(operation: Json): Json {
  const { requestBody } = operation
  if (requestBody === undefined) return operation
  const [first] = Object.entries(members(members(requestBody).content))
  const content = Object.fromEntries(first ? [first] : [])
  return { ...operation, requestBody: { ...members(requestBody), content } }
}

/** A value with only the fitting ones of its named examples, and without unnamed ones. */
function kept(value: unknown, policy: BuiltInPolicy): unknown {
  if (Array.isArray(value)) return value.map((one) => kept(one, policy))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key === 'example') return []
      if (key !== 'examples' || Array.isArray(member)) return [[key, kept(member, policy)]]
      const examples = Object.entries(members(member)).filter(([, one]) =>
        fits(members(one), policy),
      )
      return examples.length === 0
        ? []
        : [[key, Object.fromEntries(examples.map(withoutExtensions))]]
    }),
  )
}

const fits = (example: Json, policy: BuiltInPolicy): boolean =>
  example['x-policy'] === policy &&
  example['x-caller'] === caller &&
  example['x-after'] === undefined

const withoutExtensions = ([name, example]: [string, unknown]): [string, Json] => {
  const { summary, value } = members(example)
  return [name, { summary, value }]
}

const members = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? { ...value } : {}
