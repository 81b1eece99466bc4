import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { printable } from '../../src/core/base/printable.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { eveningFile, libraryFile, writeTemporary } from './files.ts'
import { refused } from './refused.ts'
import { runCli } from './run-cli.ts'

const library = await readFile(libraryFile, 'utf8')
const evening: unknown = JSON.parse(await readFile(eveningFile, 'utf8'))

/** Every command that reads a kind of file, for a file of that kind. */
const readers = {
  policy: (file: string) => [
    ['policy', 'check', file],
    ['policy', 'diff', 'adaptive', file],
    ['matrix', '--policy', file],
    ['can', '--as', 'admin@acme.test', '--policy', file, 'users.list'],
    ['mock', '--port', '0', '--policy', file],
  ],
  scenario: (file: string) => [
    ['policy', 'diff', libraryFile, libraryFile, '--scenario', file],
    ['matrix', '--policy', libraryFile, '--scenario', file],
    ['can', '--as', 'admin@acme.test', '--policy', libraryFile, '--scenario', file, 'users.list'],
    ['mock', '--port', '0', '--policy', libraryFile, '--scenario', file],
  ],
}

async function expectRefused(
  kind: keyof typeof readers,
  text: string | Buffer,
  said: string,
): Promise<void> {
  const file = await writeTemporary('file.json', text)
  for (const args of readers[kind](file)) expect(await refused(...args)).toBe(file + said)
}

describe('an unreadable JSON file', () => {
  test.each<readonly [string, string | Buffer, string]>([
    [
      'is broken',
      '{\n  "name":: 1 }',
      ' is not JSON: it has ":" at line 2, column 10, where a value was expected.',
    ],
    [
      'ends too soon',
      '{"name": "x"',
      ' is not JSON: it ends at line 1, column 13, where "," or "}" was expected.',
    ],
    ['is empty', '', ' is not JSON: it ends at line 1, column 1, where a value was expected.'],
    [
      'would move the cursor',
      '{"a": \u001B[2J\r\n}',
      String.raw` is not JSON: it has "\u001b" at line 1, column 7, where a value was expected.`,
    ],
    ['has a name twice', '{"a":{"b":[{"c":1,"c":2}]}}', ' has "c" twice in one object, at /a/b/0.'],
    [
      'is nested 200,000 deep',
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      ' is nested more than 100 levels deep, at /0/0/0/0/0/0/0/0.',
    ],
    [
      'is Latin-1',
      Buffer.from('{"name":"é"}', 'latin1'),
      ': the file is not UTF-8. Save its text as UTF-8.',
    ],
    ['is binary', Buffer.from([0, 1, 2, 255]), ': the file is not UTF-8. Save its text as UTF-8.'],
  ])('%s', async (_, text, said) => {
    await expectRefused('policy', text, said)
    await expectRefused('scenario', text, said)
  })

  test('may begin with a byte order mark', async () => {
    const policy = await writeTemporary('policy.json', `\u{FEFF}${library}`)
    const scenario = await writeTemporary('scenario.json', `\u{FEFF}${JSON.stringify(evening)}`)
    expect(await runCli(['policy', 'check', policy])).toMatchObject({ code: 0 })
    expect(await runCli(['matrix', '--policy', policy, '--scenario', scenario])).toMatchObject({
      code: 0,
    })
  })

  test('a policy of 20,000 nested requirements', async () => {
    const nested = `${'{"all":['.repeat(20_000)}{"creator":"project"}${']}'.repeat(20_000)}`
    const text = library.replace('{ "permission": "member:manage", "in": "organization" }', nested)
    expect(text.length).toBeGreaterThan(200_000)
    const place = '/rules/member:manage/require/all/0/all/0/all'
    await expectRefused('policy', text, ` is nested more than 100 levels deep, at ${place}.`)
  })
})

describe('a scenario with a duplicate', () => {
  const add = (key: string, ...more: readonly unknown[]): string => {
    const scenario = isRecord(evening) ? evening : {}
    const before = Array.isArray(scenario[key]) ? scenario[key] : []
    return JSON.stringify({ ...scenario, [key]: [...before, ...more] })
  }
  const role = { key: 'guest', permissions: [] }
  const entry = { project: 'maps', subject: { type: 'user', id: 'ben@acme.test' } }

  test.each([
    [
      'a user',
      add('users', { email: 'Ada@ACME.test', role: 'reader' }),
      'users[3].email: "ada@acme.test" exists already, at users[1].',
    ],
    [
      'a team',
      add('teams', { key: 'day' }, { key: 'day' }),
      'teams[1].key: "day" exists already, at teams[0].',
    ],
    [
      'a project',
      add('projects', { key: 'maps', creator: 'ben@acme.test' }),
      'projects[2].key: "maps" exists already, at projects[1].',
    ],
    [
      'an entry',
      add('members', entry, entry),
      'members[1].subject: "ben@acme.test" exists already, at members[0].',
    ],
  ])('%s', async (_, text, said) => {
    await expectRefused('scenario', text, `: ${said} List it once.`)
  })

  test('of a role, where a policy has no custom roles', async () => {
    const said = 'roles[0]: Policy library allows no custom roles (customRoles). Leave it out.'
    await expectRefused('scenario', add('roles', role), `: ${said}`)
  })

  test("of one of the policy's own resources", async () => {
    const file = await writeTemporary(
      'own.json',
      JSON.stringify({
        name: 'own',
        description: 'A team that every deployment has.',
        organization: { name: 'Own', plan: { name: 'free', features: [] } },
        teams: [{ key: 'admin' }],
        users: [],
        personas: [],
      }),
    )
    expect(await refused('matrix', '--scenario', file)).toBe(
      `${file}: teams[0].key: "admin" exists already: the policy brings it. Leave it out.`,
    )
  })

  test('or with an unknown name: the file is named', async () => {
    const text = add('projects', { key: 'new', creator: 'bem@acme.test' })
    const file = await writeTemporary('file.json', text)
    for (const args of readers.scenario(file)) {
      expect(await refused(...args)).toContain(
        `${file}: projects[2].creator names the user "bem@acme.test", which does not exist.`,
      )
    }
  })
})

test.each([
  ['./', 'this is a folder. Name the file in it.'],
  ['./no-such.json', 'there is no such file.'],
  ['./package.json/x.json', 'there is no such file: the part before the last / is no folder.'],
  ['./a\u0000b.json', 'there is no such file: no name has a null character.'],
  ['/dev/zero', 'the file is too large. It may have at most 104857600 bytes.'],
])('%j is no readable file', async (file, said) => {
  const commands = [
    ['policy', 'check', file],
    ['matrix', '--scenario', file],
    ['mock', '--values', file],
  ]
  for (const args of commands) expect(await refused(...args)).toBe(`${printable(file)}: ${said}`)
})

test('a deeply nested argument, or one with a duplicate name', async () => {
  const can = ['can', '--as', 'admin@acme.test', 'roles.create'] as const
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  expect(await refused(...can, deep)).toMatch(/^Argument 1 is nested more than 100 levels deep, /)
  expect(await refused(...can, '{"key":"a","key":"b"}')).toBe(
    'Argument 1 has "key" twice in one object.',
  )
})

test('a reader that disconnects early breaks no command, and changes no answer', async () => {
  const main = fileURLToPath(new URL('../../mocks/adapters/cli/main.ts', import.meta.url))
  const args = [main, 'matrix', '--format', 'json']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdout.destroy()
  await once(child, 'close')
  expect({ code: child.exitCode, err }).toEqual({ code: 0, err: '' })
})
