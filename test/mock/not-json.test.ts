import fc from 'fast-check'
import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'

const mock = createMock()
const authorization = `Bearer ${mock.token('admin@acme.test')}`
const headers = { authorization, 'content-type': 'application/json' }

async function refusalOf(body: string): Promise<{ code: string; detail: string }> {
  const answer = await mock.fetch('/v1/teams', { method: 'POST', headers, body })
  return answer.json()
}

test.each([
  ['{"key": "support"', 'it ends at character 18, where "," or "}" was expected'],
  ['{"key": ', 'it ends at character 9, where a value was expected'],
  ['{"key"', 'it ends at character 7, where ":" was expected'],
  ['{"key": "sup', 'it ends at character 13, where the end of a text was expected'],
  ['[1,]', 'it has "]" at character 4, where a value was expected'],
  ['[', 'it ends at character 2, where a value or "]" was expected'],
  ['[1 2]', 'it has "2" at character 4, where "," or "]" was expected'],
  ['{"a":1,}', 'it has "}" at character 8, where a name in double quotes was expected'],
  ["{'a':1}", 'it has "\'" at character 2, where a name in double quotes or "}" was expected'],
  ['{"a":NaN}', 'it has "N" at character 6, where a value was expected'],
  ['{"a":01}', 'it has "1" at character 7, where "," or "}" was expected'],
  ['{} // text', 'it has "/" at character 4, where the end was expected'],
  ['{"a":"\t"}', String.raw`it has "\t" at character 7, where an escape such as \n was expected`],
  [
    String.raw`{"a":"\x"}`,
    'it has "x" at character 8, where one of the escapes of JSON was expected',
  ],
  ['🙂', 'it has "🙂" at character 1, where a value was expected'],
])('%s is refused: %s', async (body, reason) => {
  expect(await refusalOf(body)).toMatchObject({
    code: 'malformed_json',
    detail: `The body is not JSON: ${reason}.`,
  })
})

test('a reason is found for exactly the texts that are not JSON', async () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    'a',
    '1',
    '0',
    '-',
    '.',
    'e',
    ' ',
    'null',
    'true',
    '"k"',
    'u00e9',
    '\n',
    '\u2028',
  ]
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...pieces), minLength: 1, maxLength: 12 }),
    fc
      .json({ maxDepth: 2 })
      .chain((text) => fc.nat(text.length).map((end) => text.slice(0, end) || '0')),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      const { code, detail } = await refusalOf(text.trim() === '' ? '0' : text)
      if (isJson || text.trim() === '') expect(detail).not.toContain('is not JSON')
      else {
        expect(code).toBe('malformed_json')
        expect(detail).toMatch(/^The body is not JSON: it (?:has|ends) .* was expected\.$/s)
      }
    }),
    { numRuns: 300 },
  )
})
