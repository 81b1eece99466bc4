import { createMock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import { csvOf, markdownOf } from '../../../console/views/matrix/copied.ts'
import { readReport, seenBy, summaryOf } from '../../../console/views/matrix/coverage.ts'
import { isAction, linesOf } from '../../../console/views/matrix/lines.ts'
import { nextPlace } from '../../../console/views/matrix/place.ts'

const all = { search: '', differencesOnly: false, closed: new Set<string>() }

describe('the lines of the matrix', () => {
  test('are groups of actions, and a group that is closed has none', async () => {
    const matrix = await createControl({ mock: createMock() }).matrix()
    const { lines } = linesOf(matrix, all)
    expect(lines.filter(isAction).map(({ action }) => action)).toEqual(matrix.actions)
    const [first] = lines
    expect(first).toMatchObject({ kind: 'group', name: 'organization', count: 2, isOpen: true })
    const closed = linesOf(matrix, { ...all, closed: new Set([first?.key ?? '']) })
    expect(closed.lines.length).toBe(lines.length - 2)
    expect(closed.lines[0]).toMatchObject({ name: 'organization', count: 2, isOpen: false })
  })

  test('are found by all words that were typed, in the key or the name', async () => {
    const matrix = await createControl({ mock: createMock() }).matrix()
    const found = (search: string) =>
      linesOf(matrix, { ...all, search })
        .lines.filter(isAction)
        .map(({ key }) => key)
    expect(found('USERS manage')).toEqual(['admin:manage_users'])
    expect(found('roles.cr')).toEqual(['roles.create'])
    expect(found('  ')).toHaveLength(matrix.actions.length)
  })
})

test.each([
  ['ArrowDown', { line: 0, column: 1 }, { line: 1, column: 1 }],
  ['ArrowUp', { line: 0, column: 1 }, { line: -1, column: 1 }],
  // The corner has nothing to press.
  ['ArrowUp', { line: 0, column: -1 }, { line: -1, column: 0 }],
  ['ArrowLeft', { line: 0, column: 0 }, { line: 0, column: -1 }],
  ['ArrowRight', { line: 0, column: 4 }, { line: 0, column: 4 }],
  ['PageDown', { line: 3, column: 0 }, { line: 9, column: 0 }],
  ['Home', { line: 3, column: 3 }, { line: 3, column: -1 }],
  ['End', { line: 3, column: 3 }, { line: 3, column: 4 }],
  ['x', { line: 3, column: 3 }, undefined],
])('%s leads from %j to %j', (key, from, to) => {
  const pressed = { key, ctrlKey: false, metaKey: false }
  expect(nextPlace(from, pressed, { lines: 10, columns: 5 })).toEqual(to)
})

test('a copy holds no markup, no formula and no line break of a name', async () => {
  const mock = createMock()
  mock.seed({ users: [{ email: 'x@acme.test', name: '=1+1|<b>,"x"' }] })
  const matrix = await createControl({ mock }).matrix({ users: ['x@acme.test'] })
  const [row] = matrix.rows
  const named = { ...matrix, rows: row ? [{ ...row, email: '=1+1|<b>,"x\n"' }] : [] }
  const lines = linesOf(matrix, { ...all, search: 'roles.list' }).lines.filter(isAction)
  expect(csvOf({ matrix: named, lines })).toBe('Action,"\'=1+1|<b>,""x\\u000a"""\r\nroles.list,No')
  expect(markdownOf({ matrix: named, lines })).toBe(
    '| Action | =1+1\\|\\<b\\>,"x\\\\u000a" |\n| --- | --- |\n| roles.list | No |',
  )
})

describe('a coverage', () => {
  const mock = createMock()
  const own = mock.coverage()

  test('tells of each rule and operation how it was seen', async () => {
    const lead = mock.client({ as: 'lead@acme.test' })
    await lead.can('roles.create', { key: 'x', permissions: [] })
    await lead.can('teams.list')
    const coverage = mock.coverage()
    const { operation, rule } = seenBy(coverage)
    expect(operation('roles.create')).toBe('denied')
    expect(operation('teams.list')).toBe('allowed')
    expect(operation('teams.create')).toBe('never')
    expect(operation('use_case:read')).toBe('uncounted')
    expect(rule('AD-04')).toBe('denied')
    expect(summaryOf(coverage)[0]).toContain('1 seen denied, ')
  })

  test.each([
    ['a report', { format: 'rolecall-coverage-report/1', policies: [own] }],
    ['one by itself', own],
  ])('is read from %s', (_, content) => {
    expect(readReport(JSON.stringify(content), 'adaptive')).toEqual(own)
  })

  test.each([
    ['{', 'The file is no JSON.'],
    ['null', 'The file is no coverage of a policy.'],
    ['{"format":"rolecall-coverage-report/1","policies":[{}]}', 'The file is no coverage'],
    [
      '{"format":"rolecall-coverage-report/1","policies":[]}',
      'The file has the coverage of no policy',
    ],
  ])('of another kind is refused: %s', (text, message) => {
    expect(() => readReport(text, 'adaptive')).toThrow(message)
  })

  test('with rows that are none is refused', () => {
    const text = JSON.stringify({ ...own, rules: [{ rule: 1 }] })
    expect(() => readReport(text, 'adaptive')).toThrow('The file is no coverage of a policy.')
  })
})
