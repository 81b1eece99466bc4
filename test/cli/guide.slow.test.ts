import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { commands } from '../../mocks/adapters/cli/commands/index.ts'
import { read } from '../docs/pages.ts'
import { readFences } from '../docs/read-fences.ts'
import { eveningFile, libraryFile } from './files.ts'

const page = read('docs/guides/command-line.md')
const main = fileURLToPath(new URL('../../mocks/adapters/cli/main.ts', import.meta.url))
const lines = readFences(page)
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => code.trim().split('\n'))
  .map((line) => line.replace('npx rolecall ', ''))
const isMock = (line: string) => /^mock\b/.test(line)
const speaks = (line: string) => /^(?:as|requests|snapshot|restore)\b/.test(line)

/** Runs a line in a shell, as somebody would. */
function runLine(line: string, cwd: string) {
  const child = spawn('sh', ['-c', `exec "${process.execPath}" "${main}" ${line}`], { cwd })
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()))
  return { child, printed }
}

async function served(line: string, cwd: string): Promise<string> {
  const { printed } = runLine(`${line.replace(' --open', '')} --port 0`, cwd)
  await expect
    .poll(() => printed, { timeout: 10_000 })
    .toMatchObject({ out: expect.stringContaining('Ctrl+C') })
  expect(printed.err).toBe('')
  return /http:\/\/[\w.:]+/.exec(printed.out)?.[0] ?? ''
}

// Each line starts a process, which takes long on a busy machine.
describe('the lines of the guide', { timeout: 60_000 }, () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rolecall-guide-'))
    await copyFile(libraryFile, join(folder, 'policy.json'))
    await copyFile(eveningFile, join(folder, 'scenario.json'))
    await writeFile(join(folder, 'plan.json'), '{"rules":[{"on":"users.list","status":503}]}')
    return () => rm(folder, { recursive: true })
  })

  test.each(lines.filter(isMock))('rolecall %s', async (line) => {
    expect((await fetch(await served(line, folder))).status).toBe(200)
  })

  test('that speak to a mock', async () => {
    const url = await served('mock', folder)
    for (const line of lines.filter(speaks)) await expectRight(line, ` --url ${url}`)
  })

  test.each(lines.filter((line) => !isMock(line) && !speaks(line)))('rolecall %s', async (line) => {
    await expectRight(line)
  })

  async function expectRight(line: string, more = ''): Promise<void> {
    const [, command = '', , code = '0'] =
      /^([^#>]*?)( >[^#]*)?(?: # exits with (\d))?$/.exec(line) ?? []
    const { child, printed } = runLine(`${command}${more}`, folder)
    await once(child, 'close')
    expect({ line, code: child.exitCode, err: printed.err }).toEqual({
      line,
      code: Number(code),
      err: '',
    })
  }
})

test('the guide names every command and every option of rolecall mock', () => {
  const { mock, ...others } = commands
  for (const name of Object.keys(others)) expect(page).toContain(name)
  for (const option of Object.keys(mock?.options ?? {})) expect(page).toContain(`--${option}`)
})
