import { crowd } from 'rolecall/mocks'
import { adaptive } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { writeTemporary } from './files.ts'
import { runCli } from './run-cli.ts'

/** A scenario in which everyone is listed. */
async function crowded(): Promise<readonly string[]> {
  const scenario = crowd({ users: 60, teams: 30, projects: 5 })(adaptive)
  const personas = scenario.users.flatMap(({ email }) =>
    email === undefined ? [] : [{ user: email, text: 'One of many' }],
  )
  const file = await writeTemporary('crowd.json', JSON.stringify({ ...scenario, personas }))
  return ['--scenario', file]
}

test('a matrix for the terminal shows as many people as fit, and counts the others', async () => {
  const args = await crowded()
  const { out, err } = await runCli(['matrix', ...args])
  expect(err).toBe('')
  expect(out).toContain('  and 26 more users: --format json prints all\n')
  expect(out.split('\n').filter((line) => line.length > 120)).toEqual([])
  const { personas } = JSON.parse((await runCli(['matrix', ...args, '--json'])).out)
  expect(personas).toHaveLength(61)
})

test('the differences of two policies likewise', async () => {
  const args = await crowded()
  const { code, out, err } = await runCli(['policy', 'diff', 'adaptive', await looser(), ...args])
  expect([code, err]).toEqual([1, ''])
  const users = out.split('\n').filter((line) => line.endsWith('@acme.test'))
  const more = Number(/^And (\d+) more users: --format json prints all\.$/m.exec(out)?.[1])
  expect(users).toHaveLength(30)
  expect(out).toMatch(/ and \d+ more$/m)
  const csv = await runCli([
    'policy',
    'diff',
    'adaptive',
    await looser(),
    ...args,
    '--format',
    'csv',
  ])
  const [, ...rows] = csv.out.trimEnd().split('\n')
  const all = new Set(rows.map((row) => row.split(',')[0]).filter((user) => user !== 'everyone'))
  expect(all.size).toBe(30 + more)
})

/** The policy adaptive, in which every member may change every team. */
async function looser(): Promise<string> {
  const text = JSON.stringify({ ...adaptive, rules: opened })
  return writeTemporary('looser.json', text)
}

const opened = Object.fromEntries(
  Object.entries(adaptive.rules).map(([id, rule]) => [
    id,
    id.includes('teams')
      ? { ...rule, require: adaptive.rules['users.me']?.require ?? rule.require }
      : rule,
  ]),
)
