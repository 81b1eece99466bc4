import { describe, expect, test } from 'vitest'
import { type Ended, runCli, startMock } from '../cli/run-cli.ts'
import { read, root } from './pages.ts'
import { readFences } from './read-fences.ts'

/** Pages with commands on the files of a folder. */
const pages = [
  { page: 'docs/guides/writing-a-policy.md', folder: 'docs/examples/own-policy/' },
  { page: 'docs/examples/github-like/README.md', folder: 'docs/examples/github-like/' },
].map((one) => ({ ...one, fences: readFences(read(one.page)) }))

/** Runs a command of a page on the files of its folder. */
function run(folder: string, command: string): Promise<Ended> {
  const [, , ...args] = command.replaceAll('./new-policy.json', './policy.json').split(' ')
  const located = args.map((arg) => arg.replace(/^\.\//, `${root}${folder}`))
  if (located[0] !== 'mock') return runCli(located)
  return startMock(located.slice(1)).then(({ printed }) => ({ code: 0, ...printed }))
}

describe.each(pages)('$page', ({ folder, fences }) => {
  const commands = fences
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.trim().split('\n'))
    .filter((command) => command.startsWith('npx rolecall '))

  test.each(commands)('%s', async (command) => {
    const { code, out, err } = await run(folder, command)
    expect({ code, err }).toEqual({ code: command.includes('rolecall can') ? 1 : 0, err: '' })
    expect(out).not.toBe('')
  })

  test('a denial on the page equals the printed one', async () => {
    const shown = fences.find(({ language }) => language === 'text')?.code
    const { out } = await run(folder, commands.find((line) => line.includes('rolecall can')) ?? '')
    expect(shown ?? out).toBe(out)
  })
})
