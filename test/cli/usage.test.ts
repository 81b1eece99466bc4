import { createMock } from 'rolecall/mocks'
import { policies } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { eveningFile, libraryFile, writeTemporary } from './files.ts'
import { refused } from './refused.ts'
import { runCli } from './run-cli.ts'

describe('an option that is given twice is refused', () => {
  const list = 'users.list'

  test.each([
    [
      ['can', '--as', 'lead@acme.test', '--as', 'admin@acme.test', list],
      '--as is given twice, as "lead@acme.test" and "admin@acme.test". Give it once: --as USER.',
    ],
    [
      ['matrix', '--policy', 'bigml', '--policy=ica'],
      '--policy is given twice, as "bigml" and "ica". Give it once: --policy NAME|FILE.',
    ],
    [
      ['matrix', '--format', 'json', '--format', 'json'],
      '--format is given twice, as "json" and "json". Give it once: --format FORMAT.',
    ],
    [
      ['policy', 'diff', 'ica', 'ica', '--scenario', 'a', '--json', '--scenario', 'b'],
      '--scenario is given twice, as "a" and "b". Give it once: --scenario NAME|FILE.',
    ],
    [
      ['mock', '--seed', '1', '--seed', '2', '--seed', '3'],
      '--seed is given twice, as "1" and "2". Give it once: --seed TEXT.',
    ],
    [
      ['mock', '--allowed-hosts', 'mock.test', '--allowed-hosts', '.dev.test'],
      '--allowed-hosts is given twice, as "mock.test" and ".dev.test". Give it once, with commas between its values: --allowed-hosts NAME,NAME.',
    ],
    [
      ['mock', '--cors', 'http://a.test', '--cors', 'http://b.test'],
      '--cors is given twice, as "http://a.test" and "http://b.test". Give it once, with commas between its values: --cors ORIGIN,ORIGIN.',
    ],
  ])('%j', async (args, message) => {
    expect(await refused(...args)).toBe(message)
  })

  test('but not a flag, which says the same again', async () => {
    const { code } = await runCli(['policy', 'diff', '--json', 'ica', 'ica', '--json'])
    expect(code).toBe(0)
  })
})

describe('a group of commands', () => {
  test.each([[['--help']], [['-h']], [['--nonsense', '--help']]])(
    'policy %j lists its commands',
    async (args) => {
      const { code, out, err } = await runCli(['policy', ...args])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out.trimEnd().split('\n')).toEqual([
        'rolecall policy <command> [options]',
        '',
        '  policy check  Find the problems of a policy: where, what is wrong, what would be right.',
        '  policy diff   Show who gains and loses which actions from one policy to another.',
        '  policy rule   Show a rule: its sentence, the documentation’s words, what asks it, and examples.',
        '  --help        Show this help, or that of a command.',
        '',
        'Example: rolecall policy check ./my-policy.json',
      ])
    },
  )

  test.each([
    [['policy'], 'rolecall policy needs a second word: policy check, policy diff, policy rule.'],
    [
      ['policy', '--strict'],
      'rolecall policy needs a second word: policy check, policy diff, policy rule.',
    ],
    [
      ['policy', 'chek', 'adaptive'],
      'There is no command policy chek. Did you mean policy check? See rolecall policy --help.',
    ],
    [
      ['policy', 'dif', '--help'],
      'There is no command policy dif. Did you mean policy diff? See rolecall policy --help.',
    ],
    [
      ['policy', 'foo'],
      'There is no command policy foo. Did you mean policy diff? See rolecall policy --help.',
    ],
    [
      ['policy', './mine.json'],
      'There is no command policy ./mine.json. See rolecall policy --help.',
    ],
    [['polcy', 'check'], 'There is no command polcy. Did you mean policy? See rolecall --help.'],
  ])('%j says what would be right', async (args, message) => {
    expect(await refused(...args)).toContain(message)
  })
})

describe('the default of --scenario', () => {
  test.each(['mock', 'matrix', 'can'])('is told in %s --help', async (command) => {
    const { out } = await runCli([command, '--help'])
    expect(out).toMatch(
      /--scenario NAME\|FILE .* Default: acme; empty for a policy with a name of its own\.$/m,
    )
  })

  const personasOf = async (policy: string): Promise<readonly string[]> => {
    const { out } = await runCli(['matrix', '--policy', policy, '--format', 'json'])
    const { personas }: { personas: readonly { text: string }[] } = JSON.parse(out)
    return personas.map(({ text }) => text)
  }

  test('is empty for a name of one’s own, and acme for one of the package', async () => {
    expect(await personasOf(libraryFile)).toEqual(['the only user'])
    const copy = await writeTemporary('copy.json', JSON.stringify(policies.ica))
    expect(await personasOf(copy)).toEqual(await personasOf('ica'))
    expect(await personasOf('ica')).toHaveLength(
      createMock({ policy: 'ica' }).scenario.personas.length,
    )
  })
})

describe('rolecall can refuses a caller that the scenario does not have', () => {
  const ask = (as: string, ...args: readonly string[]) =>
    refused('can', '--as', as, ...args, 'users.list')

  test('and names those that it has', async () => {
    const emails = createMock()
      .users()
      .map(({ email }) => email)
    const message = await ask('ghost@acme.test')
    expect(message).toMatch(/^There is no user "ghost@acme\.test" in scenario acme\. Did you mean /)
    expect(message).toContain(` Known are ${emails.slice(0, 12).join(', ')}, and 8 more.`)
    expect(message).not.toContain('signUp')
  })

  test('in a scenario of one’s own', async () => {
    const own = ['--policy', libraryFile, '--scenario', eveningFile]
    expect(await ask('nobody', ...own)).toBe(
      'There is no user "nobody" in scenario evening. Known are admin@acme.test, ada@acme.test, ben@acme.test.',
    )
  })

  test('and names a dozen of many', async () => {
    const users = Array.from({ length: 40 }, (_, index) => ({
      email: `person${index}@many.test`,
      name: `Person ${index}`,
    }))
    const file = await writeTemporary(
      'many.json',
      JSON.stringify({
        name: 'many',
        description: 'Forty people.',
        organization: { name: 'Acme', plan: { name: 'free', features: [] } },
        users,
        personas: [{ user: 'person7@many.test', text: 'the seventh' }],
      }),
    )
    const others = [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11]
      .map((index) => `person${index}@many.test`)
      .join(', ')
    expect(await ask('ghost', '--policy', libraryFile, '--scenario', file)).toBe(
      `There is no user "ghost" in scenario many. Known are person7@many.test, ${others}, and 28 more.`,
    )
  })

  test('finds one by id, and by an address in any case', async () => {
    const [admin] = createMock().users()
    for (const as of [admin?.id ?? '', 'ADMIN@acme.test']) {
      expect((await runCli(['can', '--as', as, 'users.list'])).code).toBe(0)
    }
  })

  test('finds one who is only invited to a project', async () => {
    const { scenario } = createMock({ policy: 'ica' })
    expect(scenario.users.map(({ email }) => email)).not.toContain('partner@clinic.test')
    const { out } = await runCli([
      'can',
      '--policy',
      'ica',
      '--as',
      'partner@clinic.test',
      'users.list',
    ])
    expect(out).toMatch(/^no /)
  })
})

describe('rolecall can refuses more arguments than the operation takes', () => {
  test.each([
    [
      ['teams.update', 'support', '{"name":"Help"}', 'extra'],
      'teams.update takes team, body, and no more arguments. Leave out "extra".',
    ],
    [
      ['teams.update', 'support', '{}', '{"timeout":1}', 'more'],
      'teams.update takes team, body, and no more arguments. Leave out "{\\"timeout\\":1}" and "more".',
    ],
    [
      ['roles.create', '{}', 'extra'],
      'roles.create takes body, and no more arguments. Leave out "extra".',
    ],
    [
      ['users.list', '{"limit":1}', 'extra'],
      'users.list takes query, and no more arguments. Leave out "extra".',
    ],
    [
      ['projects.members.get', 'churn', 'mem_1', 'extra'],
      'projects.members.get takes project, member, and no more arguments. Leave out "extra".',
    ],
    [['organization.get', 'extra'], 'organization.get takes no arguments. Leave out "extra".'],
  ])('%j', async (args, message) => {
    expect(await refused('can', '--as', 'admin@acme.test', ...args)).toBe(message)
  })
})
