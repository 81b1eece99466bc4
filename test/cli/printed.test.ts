import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { alignColumns } from '../../src/core/base/align-columns.ts'
import { decisionText } from '../../mocks/adapters/cli/decision-text.ts'
import { greeting } from '../../mocks/adapters/cli/greeting.ts'
import { csvTable, jsonText, markdownTable } from '../../mocks/adapters/cli/format/format.ts'
import { matrixRows, matrixTable } from '../../mocks/adapters/cli/matrix-text.ts'
import { pageOf } from '../../mocks/adapters/server/welcome/page.ts'
import type { Decision, PolicyMatrix } from '../../src/index.ts'

const hostile = 'a\u001b[2J\u202eb\u0000\u2028c\ufeff'
const shown = 'a\\u001b[2J\\u202eb\\u0000\\u2028c\\ufeff'
const hidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\u200b\u2060]/u

/** A text without terminal colours, and without its own line breaks. */
const bare = (text: string) => stripVTControlCharacters(text).replaceAll('\n', '')

const welcome = {
  platform: hostile,
  policy: hostile,
  scenario: hostile,
  url: 'http://127.0.0.1:4010',
  people: [{ email: hostile, roles: hostile, text: hostile }],
  others: 3,
  try: { email: hostile, list: hostile, signIn: hostile },
}

const decision: Decision = {
  allowed: false,
  outcome: 'no',
  policy: hostile,
  action: hostile,
  rule: hostile,
  text: hostile,
  alternatives: [
    {
      missing: [
        {
          requirement: { kind: 'permission', permission: hostile },
          have: { [hostile]: 1 },
          text: hostile,
          haveText: hostile,
        },
      ],
      calls: [
        {
          operation: 'users.update',
          args: [hostile, { [hostile]: hostile }],
          by: [hostile],
          selfService: false,
        },
      ],
      selfService: false,
      gives: [
        {
          user: { id: hostile, email: hostile },
          in: { type: hostile, id: hostile },
          permissions: [hostile],
          text: hostile,
        },
      ],
    },
  ],
  final: `${hostile}!`,
}

const matrix: PolicyMatrix = {
  policy: hostile,
  personas: [{ user: 'usr_1', email: hostile, text: hostile }],
  actions: [hostile],
  cells: [{ persona: 'usr_1', action: hostile, outcome: 'yes', rule: hostile }],
}

const printed = { [hostile]: hostile }

test.each([
  ['a table', alignColumns([[hostile, hostile]]).join('\n')],
  ['the greeting', greeting(welcome)],
  ['a decision', decisionText(decision, hostile, hostile)],
  ['a matrix', matrixTable(matrix, hostile)],
  ['a matrix as Markdown', markdownTable(matrixRows(matrix, true))],
  ['a matrix as CSV', csvTable(matrixRows(matrix, false))],
  ['a matrix as JSON', jsonText(printed)],
  ['the welcome page', pageOf(welcome)],
])('%s shows hidden characters, and does not obey them', (_, text) => {
  expect(bare(text)).not.toMatch(hidden)
  expect(text).toContain(shown)
})

test('cells keep the marks of their format', () => {
  const rows = [
    ['a', 'b'],
    ['x|y', 'p,q "r"'],
  ]
  expect(markdownTable(rows)).toBe('| a | b |\n| --- | --- |\n| x\\|y | p,q "r" |')
  expect(csvTable(rows)).toBe('a,b\nx|y,"p,q ""r"""')
})

test('columns are as wide as the visible text', () => {
  expect(
    alignColumns([
      ['\u0000', 'b'],
      ['a', 'c'],
    ]),
  ).toEqual(['\\u0000  b', 'a       c'])
})
