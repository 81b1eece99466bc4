import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { refused } from './refused.ts'
import { runCli, startMock } from './run-cli.ts'

const role = JSON.stringify({ key: 'auditor', permissions: ['use_case:read'] })

/** A mock, and a way to run its operations as somebody. */
async function running(args: readonly string[] = []) {
  const { url } = await startMock(args)
  return { url, as: (...words: readonly string[]) => runCli(['as', '--url', url, ...words]) }
}

describe('rolecall as', () => {
  test('prints the result as JSON', async () => {
    const { as } = await running()
    const made = await as('admin@acme.test', 'roles.create', role)
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(made.out)).toMatchObject({ key: 'auditor', etag: expect.any(String) })
    const page = await as('admin@acme.test', 'users.list', '{"limit":1}')
    expect(JSON.parse(page.out)).toMatchObject({ data: [{}], nextCursor: expect.any(String) })
    expect(await as('admin@acme.test', 'roles.delete', 'auditor')).toEqual({
      code: 0,
      out: '',
      err: '',
    })
  })

  test('prints why a call is denied, and exits with 1', async () => {
    const { as } = await running()
    const { code, out, err } = await as('lead@acme.test', 'roles.create', role)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('AD-04')
    expect(out).toContain('users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})')
    const asJson = await as('lead@acme.test', 'roles.create', role, '--json')
    expect(asJson.code).toBe(1)
    expect(JSON.parse(asJson.out)).toMatchObject({ status: 403, decision: { rule: 'AD-04' } })
  })

  test('advises what the command has, where the mock names an option of its own', async () => {
    const { as } = await running()
    const { code, err } = await as('new@acme.test', 'users.me')
    expect(code).toBe(2)
    expect(err).toContain('To sign up an unknown e-mail address, add --sign-up.')
    expect((await as('new@acme.test', 'users.me', '--sign-up')).code).toBe(0)
    const wrong = await as('lead@acme.test', 'users.me', '--session', 'Bad!')
    expect(wrong.err).toContain('--session must be 1 to 100 letters')
  })

  test.each([
    [['teams.get', 'nowhere'], /^404 not_found: /],
    [['roles.create', '{"key":"X"}'], /^422 validation_failed: /],
  ])('prints the refusal of %j, and exits with 1', async (words, said) => {
    const { as } = await running()
    const { code, out } = await as('admin@acme.test', ...words)
    expect(code).toBe(1)
    expect(out).toMatch(said)
  })

  test('signs an unknown address up if asked to', async () => {
    const { url, as } = await running()
    expect(await refused('as', '--url', url, 'led@acme.test', 'users.me')).toMatch(
      /^There is no user "led@acme\.test"\. Did you mean lead@acme\.test/,
    )
    expect(await refused('as', '--url', url, 'nobody@elsewhere.test', 'users.me')).toBe(
      'There is no user "nobody@elsewhere.test". To sign up an unknown e-mail address, add --sign-up.',
    )
    const { out } = await as('led@acme.test', 'users.me', '--sign-up')
    expect(JSON.parse(out)).toMatchObject({ email: 'led@acme.test' })
  })

  test('takes the first answer as the result, a fault too', async () => {
    const { as } = await running(['--latency', '1'])
    expect((await as('admin@acme.test', 'users.me')).code).toBe(0)
  })
})

describe('a command that speaks to a mock', () => {
  const free = async () => {
    const server = createServer((_, response) => response.writeHead(200).end('<h1>Hello</h1>'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  test.each([
    [['as', 'admin@acme.test', 'users.me']],
    [['snapshot']],
    [['requests']],
    [['requests', '--follow']],
  ])('%j exits with 2 and a hint if nothing answers', async (args) => {
    const { server, url } = await free()
    server.close()
    await once(server, 'close')
    expect(await refused(...args, '--url', url)).toMatch(
      `Nothing answers at ${url}: start it with \`rolecall mock\` (connect ECONNREFUSED`,
    )
  })

  test.each([[['as', 'admin@acme.test', 'users.me']], [['requests']], [['requests', '--follow']]])(
    '%j exits with 2 if something else answers',
    async (args) => {
      const { url } = await free()
      expect(await refused(...args, '--url', url)).toMatch(`is there one at ${url}?`)
    },
  )

  test.each([
    [['as'], 'USER is missing. Name the caller, by id or e-mail address.'],
    [['as', 'a@b.test'], 'OPERATION is missing. Name the operation, such as roles.create.'],
    [['as', 'a@b.test', 'roles.lst'], 'There is no operation roles.lst. Did you mean roles.list'],
    [
      ['as', 'a@b.test', 'teams.get'],
      'teams.get needs the team. Give its id or key: teams.get TEAM.',
    ],
    [
      ['as', 'a@b.test', 'projects.members.get', 'genomes'],
      'projects.members.get needs the member. Give its id or key: projects.members.get PROJECT MEMBER.',
    ],
    [
      ['as', 'a@b.test', 'roles.create'],
      "roles.create needs a body. Give it as JSON in quotes: roles.create '{…}'. Its fields are key, name, description, permissions, scope and category.",
    ],
    [
      ['as', 'a@b.test', 'roles.update', 'annotator'],
      "roles.update needs a body. Give it as JSON in quotes: roles.update annotator '{…}'. Its fields are name, description and permissions.",
    ],
    [['restore'], 'FILE is missing. Name the file that rolecall snapshot has written.'],
    [['restore', 'a', 'b'], '"b" is unexpected. Leave it out: rolecall restore FILE.'],
    [['requests', 'all'], '"all" is unexpected.'],
    [['requests', '--follow', '--format', 'markdown'], '--format must be one of text, json, csv'],
    [['snapshot', '--format', 'csv'], '--format must be one of json, not "csv".'],
    [['requests', '--url', 'nowhere'], '--url must be a URL such as http://127.0.0.1:4010'],
    [
      ['requests', '--session', 'a\nb'],
      String.raw`--session must be 1 to 100 letters, digits, "-", "_", "." or "~", and not begin with "."; it is "a\nb".`,
    ],
  ])('%j says the right usage', async (args, message) => {
    expect(await refused(...args)).toContain(message)
  })
})
