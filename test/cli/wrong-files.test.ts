import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { run } from '../../mocks/adapters/cli/run.ts'
import { printable } from '../../src/core/base/printable.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { eveningFile, libraryFile, writeTemporary } from './files.ts'

const library = await readFile(libraryFile, 'utf8')
const evening: unknown = JSON.parse(await readFile(eveningFile, 'utf8'))

let errors: string[]
beforeEach(() => {
  errors = []
  vi.spyOn(console, 'error').mockImplementation((text) => void errors.push(String(text)))
  vi.spyOn(console, 'log').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

/** Runs a failing command: the one line that it prints, without the command's own name. */
async function refused(...args: readonly string[]): Promise<string> {
  expect(await run(args), args.join(' ')).toBe(2)
  expect(errors, args.join(' ')).toHaveLength(1)
  const [line = ''] = errors.splice(0)
  expect(line).not.toMatch(/[\n\r]/)
  return line.replace(/^.*?rolecall:\S* /, '')
}

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
      String.raw` is not JSON: Unexpected token ':', "{\u000a  "name":: 1 }" is not valid JSON, at line 2, column 10.`,
    ],
    [
      'ends too soon',
      '{"name": "x"',
      ` is not JSON: Expected ',' or '}' after property value in JSON at position 12 (line 1 column 13).`,
    ],
    ['is empty', '', ' is not JSON: Unexpected end of JSON input, at line 1, column 1.'],
    [
      'would move the cursor',
      '{"a": \u001B[2J\r\n}',
      String.raw` is not JSON: Unexpected token '\u001b', "{"a": \u001b[2J\u000d\u000a}" is not valid JSON, at line 1, column 7.`,
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
    expect(await run(['policy', 'check', policy])).toBe(0)
    expect(await run(['matrix', '--policy', policy, '--scenario', scenario])).toBe(0)
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

describe('a YAML file', () => {
  const bomb = 'abcdefghi'.split('').map((letter, index) => {
    const item = index === 0 ? 'x' : `*${'abcdefgh'[index - 1]}`
    return `${letter}: &${letter} [${Array.from({ length: 9 }, () => item).join(', ')}]`
  })
  test.each<readonly [string, string | Buffer, RegExp]>([
    [
      'an alias bomb',
      bomb.join('\n'),
      /^, line \d: aliases of aliases expand to too much here; write the values out\.$/,
    ],
    [
      'a merge of itself',
      'auth: &a\n  <<: *a\n',
      /^, line 2: aliases of aliases expand to too much here; write the values out\.$/,
    ],
    ['a merge of a number', 'auth:\n  <<: 3\n', /^, line 2: merge sources must be maps .*\.$/],
    ['an alias of nothing', 'auth: *nope\n', /^, line 1: unresolved alias .*: nope\.$/],
    [
      'a value that contains itself',
      'auth: &a\n  default_role: *a\n',
      /^: auth\.default_role must be the key of a role, .* not a map\.$/,
    ],
    [
      '20,000 lists inside each other',
      `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      /^, line 1: this is nested too deeply\.$/,
    ],
    [
      'several documents',
      'auth: {}\n---\nauth: {}\n',
      /^, line 2: a second document begins here; the file may hold one\.$/,
    ],
    ['a key twice', 'auth: {}\nauth: {}\n', /^, line 2: map keys must be unique\.$/],
    [
      'bytes that are not text',
      Buffer.from([0x61, 0x3a, 0x20, 0xff]),
      /^: the file is not UTF-8\. Save its text as UTF-8\.$/,
    ],
    [
      'one long text',
      'x'.repeat(100_000),
      /^: the file must be a map of settings, not "x{100}…"\.$/,
    ],
  ])('with %s', async (_, text, said) => {
    const file = await writeTemporary('values.yaml', text)
    const line = await refused('mock', '--port', '0', '--values', file)
    expect(line.startsWith(file), line).toBe(true)
    expect(line.slice(file.length)).toMatch(said)
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
