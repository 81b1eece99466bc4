import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCurl } from '../support/run-curl.ts'
import { textAt } from '../support/text-at.ts'
import { eveningFile, library, libraryFile, writeTemporary } from './files.ts'
import { runCli, startMock } from './run-cli.ts'

const source = await readFile(libraryFile, 'utf8')

/** The library's policy with one text replaced, as a file. */
const changed = (from: string | RegExp, to: string): Promise<string> =>
  writeTemporary('changed.json', source.replace(from, to))

describe('rolecall policy check', () => {
  test('finds no problem in the policies of the package and of the guide', async () => {
    const names = ['adaptive', 'bigml', 'superannotate', 'peltarion', 'ica', libraryFile]
    const { code, out, err } = await runCli(['policy', 'check', ...names])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.trimEnd().split('\n')).toEqual(names.map((name) => `ok  ${name}`))
  })

  test('prints file, place, problem and fix', async () => {
    const file = await changed('["shelf:read"', '["shelf:raed"')
    const { code, out, err } = await runCli(['policy', 'check', file])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out.split('\n')).toEqual([
      `1 error in ${file}`,
      '',
      `${file}#/roles/1/permissions/0 error unknown_permission`,
      '  There is no permission "shelf:raed".',
      '  Did you mean shelf:read?',
      '',
    ])
  })

  test('exits with 0 for warnings alone, and with 1 for those too if strict', async () => {
    const file = await changed('{ "creator": "project" }', '$&, { "creator": "project" }')
    const { code, out, err } = await runCli(['policy', 'check', file])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')).toEqual([
      `1 warning in ${file}`,
      '',
      `${file}#/rules/shelf.keep/require/any/2 warning never_decisive`,
      '  This part is never decisive: everybody who meets it meets part 1 too.',
      '  Remove it, or remove part 1.',
      '',
    ])
    expect(await runCli(['policy', 'check', '--strict', file])).toEqual({ code: 1, out, err })
  })

  test('--format json prints all problems, file by file', async () => {
    const file = await changed('["shelf:read"', '["shelf:raed"')
    const { code, out } = await runCli(['policy', 'check', '--format', 'json', 'ica', file])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { file: 'ica', problems: [] },
      { file, problems: [{ code: 'unknown_permission', pointer: '/roles/1/permissions/0' }] },
    ])
  })

  test('counts errors and warnings, and lists the errors first', async () => {
    const idle = source.replace('{ "creator": "project" }', '$&, { "creator": "project" }')
    const file = await writeTemporary(
      'both.json',
      idle.replace('"nothing": "shelf.keep"', '"nothing": "shelf.keeps"'),
    )
    const { code, out } = await runCli(['policy', 'check', file])
    expect(code).toBe(1)
    expect(out.split('\n').filter((line) => line.startsWith('1') || line.includes('#'))).toEqual([
      `1 error, 1 warning in ${file}`,
      `${file}#/changes/projects.update/nothing error missing_rule`,
      `${file}#/rules/shelf.keep/require/any/2 warning never_decisive`,
    ])
  })

  test.each([
    [[], 'FILE is missing. Name a policy, as a JSON file.'],
    [['no-such.json'], 'no-such.json: there is no such file.'],
    [['bigm'], 'Did you mean bigml?'],
  ])('%j says the right usage', async (args, message) => {
    const ended = await runCli(['policy', 'check', ...args])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(message)
  })

  test('a file that is not JSON, and one that is a folder', async () => {
    const file = await writeTemporary('broken.json', '{ "name": ')
    expect((await runCli(['policy', 'check', file])).err).toContain(`${file} is not JSON: `)
    const folder = `${dirname(file)}/`
    expect((await runCli(['policy', 'check', folder])).err).toContain('this is a folder')
  })
})

describe('rolecall policy diff', () => {
  const diff = (...args: readonly string[]) => runCli(['policy', 'diff', ...args])

  test('prints gains and losses, and exits with 1 like diff', async () => {
    const file = await changed('["shelf:read", "shelf:make"]', '["shelf:read", "shelf:tidy"]')
    const { code, out, err } = await diff(libraryFile, file, '--scenario', eveningFile)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out.split('\n').slice(1)).toEqual([
      '',
      'ada@acme.test',
      '  - projects.create yes to no',
      '  + projects.update no to yes',
      '      project maps',
      '  + projects.delete no to yes',
      '      project maps',
      '  - shelf:make yes to no',
      '  + shelf.keep no to yes',
      '      project maps',
      '',
      'ben@acme.test',
      '  - projects.create yes to no',
      '  + projects.update no to yes',
      '  + projects.delete no to yes',
      '  - shelf:make yes to no',
      '  + shelf.keep no to yes',
      '      project poetry, maps',
      '',
    ])
  })

  test('prints a row per change as Markdown and CSV', async () => {
    const file = await changed('["shelf:read", "shelf:make"]', '["shelf:read", "shelf:tidy"]')
    const rows = async (format: string) => {
      const { out } = await diff(libraryFile, file, '--scenario', eveningFile, '--format', format)
      return out.split('\n').slice(0, 3)
    }
    expect(await rows('csv')).toEqual([
      'user,change,action,resource,before,after',
      'ada@acme.test,loses,projects.create,,yes,no',
      'ada@acme.test,gains,projects.update,project:maps,no,yes',
    ])
    expect((await rows('markdown'))[0]).toBe(
      '| user | change | action | resource | before | after |',
    )
  })

  test('prints nothing about equal policies', async () => {
    const { code, out } = await diff('peltarion', 'peltarion')
    expect({ code, out }).toEqual({
      code: 0,
      out: 'From peltarion to peltarion\nNobody gains or loses anything.\n',
    })
  })

  test('--json prints it, and names the sections that forbid it to everyone', async () => {
    const file = await changed('"atLeast": 1', '"atLeast": 2')
    const { code, out } = await diff(libraryFile, file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({ changes: [], sections: ['invariants'] })
  })

  test.each([
    [
      ['adaptive'],
      'B is missing. Name two policies, by name or as JSON files: rolecall policy diff A B.',
    ],
    [['a', 'b', 'c'], '"c" is unexpected. Leave it out: rolecall policy diff A B.'],
    [['adaptive', 'bigm'], 'Did you mean bigml?'],
    [['peltarion', 'bigml'], 'names the role "administrator", which does not exist'],
  ])('%j says the right usage', async (args, message) => {
    const ended = await diff(...args)
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(message)
  })
})

test('rolecall policy alone lists its subcommands', async () => {
  const ended = await runCli(['policy'])
  expect(ended).toMatchObject({ code: 2, out: '' })
  expect(ended.err).toContain('policy check, policy diff')
})

describe('rolecall mock with a custom policy', () => {
  test('serves it', async () => {
    const { printed, url } = await startMock(library)
    expect(printed.out).toContain('Rolecall mock of The library (policy library, scenario evening)')
    const session = await fetch(`${url}/__mock/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: 'ada@acme.test' }),
    })
    const headers = { Authorization: `Bearer ${textAt(await session.json(), 'token')}` }
    const remove = (shelf: string) =>
      fetch(`${url}/v1/projects/${shelf}`, { method: 'DELETE', headers })
    expect([(await remove('maps')).status, (await remove('poetry')).status]).toEqual([403, 204])
  })

  test.each([
    ['the library', '', '', '/v1/users?limit=3'],
    ['without users.get', '"users.get": { "always": "member.see" },', '', '/v1/users?limit=3'],
    [
      'without users.list',
      '"users.list": { "always": "member:manage" },',
      '',
      '/v1/projects?limit=3',
    ],
  ])('prints a line that lists items: %s', async (_, from, to, path) => {
    const { printed, url } = await startMock([
      ...['--policy', await changed(from, to)],
      ...['--scenario', eveningFile],
    ])
    const [signIn = '', list = ''] = printed.out.match(/curl .*/g) ?? []
    expect(list).toContain(`${url}${path}`)
    const token = textAt(await runCurl(signIn), 'token')
    const page = await runCurl(list.replace('TOKEN', token))
    expect(page).toHaveProperty(['data', 0, 'createdAt'])
  })

  test('serves a valid but verbose one, and none with unknown names', async () => {
    const idle = await changed('{ "creator": "project" }', '$&, { "creator": "project" }')
    expect((await startMock(['--policy', idle])).printed.err).toBe('')
    const file = await changed('["shelf:read"', '["shelf:raed"')
    const ended = await runCli(['mock', '--policy', file])
    expect(ended.code).toBe(2)
    expect(ended.err).toContain(
      `${file}: /roles/1/permissions/0: There is no permission "shelf:raed".`,
    )
  })

  test('prints the faults of a scenario', async () => {
    const file = await writeTemporary('scenario.json', '{ "name": "empty" }')
    const ended = await runCli(['mock', '--policy', libraryFile, '--scenario', file])
    expect(ended.code).toBe(2)
    expect(ended.err).toContain(`${file}: description is missing.`)
  })
})
