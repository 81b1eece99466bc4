import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { isSupported, supportedNode } from '../../mocks/adapters/cli/supported-node.ts'
import { textAt } from '../support/text-at.ts'
import { commands } from '../../mocks/adapters/cli/commands/index.ts'
import { refused } from './refused.ts'
import { runCli, spawnCli } from './run-cli.ts'

const manifest: unknown = JSON.parse(
  await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
)

test.each([[[]], [['--help']], [['help']], [['-h']], [['help', '--help']]])(
  '%j lists the commands',
  async (args) => {
    const { code, out, err } = await runCli(args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^rolecall <command> \[options\]/)
    expect(out).toMatch(/^ {2}mock +Serve a mock/m)
  },
)

test.each([
  ['can', 'for yes', 'for any other answer'],
  ['policy check', 'if there is no error', 'if there is one'],
  ['policy diff', 'if the policies agree', 'if they differ'],
])('%s --help explains its exit codes', async (command, zero, one) => {
  const { code, out } = await runCli([...command.split(' '), '--help'])
  expect(code).toBe(0)
  expect(out).toContain(`Exits with 0 ${zero}, 1 ${one}, 2 if it can’t be done.`)
})

test.each(Object.keys(commands))('%s has a help, by any of its names', async (name) => {
  const words = name.split(' ')
  const helped = await runCli([...words, '--help'])
  expect(helped).toMatchObject({ code: 0, err: '' })
  expect(helped.out.startsWith(`rolecall ${name} `)).toBe(true)
  expect(helped.out).toContain('Exits with 0')
  for (const args of [
    ['help', ...words],
    ['--help', ...words],
    [...words, '-h', 'more'],
  ]) {
    expect(await runCli(args)).toEqual(helped)
  }
})

test.each([
  [['--version', 'now'], '"now" is unexpected. Leave it out: rolecall --version.'],
  [['help', 'mock', 'now'], '"now" is unexpected. Leave it out: rolecall mock --help.'],
  [['help', 'mok'], 'There is no command mok. Did you mean mock? See rolecall --help.'],
  [['x'.repeat(9000)], `There is no command ${'x'.repeat(100)}…. See rolecall --help.`],
])('%j is refused', async (args, message) => {
  expect(await refused(...args)).toBe(message)
})

test('--help after -- is an argument', async () => {
  expect(await refused('matrix', '--', '--help')).toContain('"--help" is unexpected.')
})

test('mock --help lists its options, whatever the other arguments', async () => {
  const { code, out } = await runCli(['mock', '--nonsense', '--help'])
  expect(code).toBe(0)
  for (const name of [
    '--policy NAME|FILE',
    '--scenario NAME|FILE',
    '--values FILE',
    '--port PORT',
    '--host HOST',
    '--allowed-hosts NAMES',
    '--url URL',
    '--cors WHO',
    '--seed TEXT',
  ]) {
    expect(out).toContain(`  ${name} `)
  }
  expect(out).toContain('  --hardened ')
})

test('--version is that of the package', async () => {
  expect(await spawnCli(['--version'])).toEqual({
    code: 0,
    out: `${textAt(manifest, 'version')}\n`,
    err: '',
  })
})

test.each([
  ['mok', 'There is no command mok. Did you mean mock? See rolecall --help.'],
  ['--verson', 'There is no option --verson. Did you mean --version'],
  ['toString', 'There is no command toString. See rolecall --help.'],
])('%s is unknown', async (name, message) => {
  const { code, out, err } = await runCli([name])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(`rolecall: ${message}`)
})

test('the output and exit code of a command are those of its process', async () => {
  for (const args of [['mok'], ['can', '--as', 'lead@acme.test', 'roles.create']]) {
    expect(await spawnCli(args)).toEqual(await runCli(args))
  }
})

test('an older Node is recognized by its version', () => {
  expect(textAt(manifest, 'engines', 'node')).toBe(`>=${supportedNode}`)
  expect(['22.12.0', '22.20.1', '24.0.0', '100.0.0'].map(isSupported)).not.toContain(false)
  expect(['22.11.9', '20.20.2', '9.99.0'].map(isSupported)).not.toContain(true)
})
