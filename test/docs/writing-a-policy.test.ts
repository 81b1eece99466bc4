import { expect, test } from 'vitest'
import { libraryFile } from '../cli/files.ts'
import { type Ended, runCli, startMock } from '../cli/run-cli.ts'
import { read } from './pages.ts'
import { readFences } from './read-fences.ts'

const fences = readFences(read('docs/guides/writing-a-policy.md'))
const commands = fences
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => code.trim().split('\n'))

/** Runs a command of the guide on the files of the guide. */
function run(command: string): Promise<Ended> {
  const folder = libraryFile.replace(/policy\.json$/, '')
  const [, , ...args] = command.replaceAll('./new-policy.json', './policy.json').split(' ')
  const located = args.map((arg) => arg.replace(/^\.\//, folder))
  if (located[0] !== 'mock') return runCli(located)
  return startMock(located.slice(1)).then(({ printed }) => ({ code: 0, ...printed }))
}

test.each(commands)('%s', async (command) => {
  const { code, out, err } = await run(command)
  expect({ code, err }).toEqual({ code: command.includes('rolecall can') ? 1 : 0, err: '' })
  expect(out).not.toBe('')
})

test('the denial that it shows is the one that is printed', async () => {
  const { out } = await run(commands.find((line) => line.includes('rolecall can')) ?? '')
  expect(fences.find(({ language }) => language === 'text')?.code).toBe(out)
})
