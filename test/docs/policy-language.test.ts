import { expect, test } from 'vitest'
import { policySchema } from '../../mocks/generated/file-schemas.ts'
import type { JsonSchema } from '../../mocks/policy-check/json-schema.ts'
import { severities } from '../../mocks/policy-check/problem.ts'
import { read } from './pages.ts'
import { readFences } from './read-fences.ts'

const page = read('docs/guides/policy-language.md')
const fences = readFences(page).map(({ code }) => code)
const spans = Array.from(page.matchAll(/`([^`\n]+)`/g), ([, code = '']) => code)
/** The words in code on the page. */
const words = new Set([...fences, ...spans].flatMap((code) => code.match(/[\w*]+/g) ?? []))

/** Every key and every word of the format. */
function wordsOf({ $defs = {}, ...schema }: JsonSchema): readonly string[] {
  const { properties = {}, anyOf = [], items, enum: several = [], const: only } = schema
  const { additionalProperties } = schema
  const parts = [...Object.values($defs), ...Object.values(properties), ...anyOf]
  return [
    ...Object.keys(properties),
    // A field is a path, and each of its steps is a word.
    ...several.flatMap((word) => word.split('.')),
    ...(typeof only === 'string' ? only.split('.') : []),
    ...[...parts, items, additionalProperties].flatMap((part) => (part ? wordsOf(part) : [])),
  ]
}

/** The codes of refusals are the API's, and the keys of the file's own schema. */
const elsewhere = new Set(['$schema', ...(policySchema().$defs?.ProblemCode?.enum ?? [])])

test.each([...new Set(wordsOf(policySchema()))].filter((word) => !elsewhere.has(word)))(
  'the policy language documents %s',
  (word) => {
    expect(words).toContain(word)
  },
)

test.each(Object.keys(severities))('it explains the problem %s', (code) => {
  expect(page).toContain(`\`${code}\``)
})
