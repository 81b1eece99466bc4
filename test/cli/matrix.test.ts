import { matrix } from 'rolecall/mocks'
import { expect, test } from 'vitest'
import { library } from './files.ts'
import { runCli } from './run-cli.ts'

const show = (...args: readonly string[]) => runCli(['matrix', ...args])

test('is a table for the terminal: people, and numbered columns', async () => {
  const { code, out, err } = await show(...library)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('  2  ada@acme.test    Reader, who made a shelf\n')
  expect(out).toMatch(/^ +1 2 3$/m)
  expect(out).toMatch(/^users\.list +LB-02 {2}✓ · ·$/m)
  expect(out).toMatch(/^projects\.create +LB-03 {2}✓ ✓ ✓$/m)
})

test('fits into 80 columns under every policy', async () => {
  for (const policy of ['adaptive', 'bigml', 'superannotate', 'peltarion', 'ica']) {
    const rows = (await show('--policy', policy)).out
      .split('\n')
      .filter((line) => /[✓·?] [✓·?]/.test(line))
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((line) => line.length > 80)).toEqual([])
  }
})

test('of a resource, as Markdown', async () => {
  const { out } = await show('--on', 'project:churn', '--format', 'markdown')
  const [head = '', line = '', first = ''] = out.split('\n')
  expect(head).toMatch(/^\| action \| rule \| admin@acme\.test \|/)
  expect(line).toMatch(/^(\| --- )+\|$/)
  expect(first).toMatch(/^\| `projects\.get` \| AD-01 \| no \| .*yes.* \|$/)
  expect(first.split('|').length).toBe(head.split('|').length)
})

test('as CSV has a row per action and a column per person', async () => {
  const [head, first] = (await show(...library, '--format', 'csv')).out.split('\n')
  expect(head).toBe('action,rule,admin@acme.test,ada@acme.test,ben@acme.test')
  expect(first).toBe('users.me,LB-01,yes,yes,yes')
})

test('--format table, the name of version 0.1, is text', async () => {
  expect(await show(...library, '--format', 'table')).toEqual(await show(...library))
})

test('as JSON equals the result of the function', async () => {
  const { out } = await show('--policy', 'peltarion', '--format', 'json')
  expect(JSON.parse(out)).toEqual(await matrix({ policy: 'peltarion' }))
})

test.each([
  [
    ['--format', 'jsn'],
    '--format must be one of text, json, markdown, csv, not "jsn". Did you mean json',
  ],
  [['--on', 'churn'], '--on must be TYPE:ID, such as project:churn, not "churn".'],
  [['--on', 'projct:churn'], 'Did you mean project?'],
  [['--on', 'project:nope'], 'There is no project "nope" in scenario acme.'],
  [['--policy', './no-such.json'], './no-such.json: there is no such file.'],
])('%j says the right usage', async (args, message) => {
  const ended = await show(...args)
  expect(ended).toMatchObject({ code: 2, out: '' })
  expect(ended.err).toContain(message)
})
