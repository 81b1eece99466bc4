import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { readValues } from '../../mocks/mock/values/read-values.ts'
import manifest from '../../package.json' with { type: 'json' }
import { type Page, read, readPages, root } from './pages.ts'
import { type Fence, readFences } from './read-fences.ts'
import { runNode } from './run-node.ts'

const places = readPages().flatMap(({ path, markdown }) =>
  readFences(markdown).map((fence) => ({ place: `${path}:${fence.line}`, ...fence })),
)
const inReadme = (language: string): Fence[] =>
  readFences(read('README.md')).filter((fence) => fence.language === language)

describe('the fences of the documentation', () => {
  const copies = places.flatMap(({ place, code, copiedFrom }) =>
    copiedFrom === undefined ? [] : [{ place, code, copiedFrom }],
  )

  test.each(copies)('$place equals $copiedFrom', ({ code, copiedFrom }) => {
    expect(read(copiedFrom)).toContain(code)
  })

  test('README.md shows a denial as the quickstart prints it', async () => {
    const [shown] = inReadme('text')
    const { stdout } = await runNode('docs/examples/quickstart/main.ts')

    expect(stdout).toContain(shown?.code)
  })
})

test('README.md installs the tarball of this version', () => {
  const tarballs = read('README.md').match(/rolecall-[\w.-]+\.tgz/g)
  expect(new Set(tarballs)).toEqual(new Set([`rolecall-${manifest.version}.tgz`]))
})

test('the values file of the guide means the options of createMock beside it', async ({
  onTestFinished,
}) => {
  const guide = readFences(read('docs/guides/deployment-settings.md'))
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'values.yaml')
  await writeFile(file, guide.find(({ language }) => language === 'yaml')?.code ?? '')

  expect(await readValues(file)).toEqual({
    admins: ['chief@acme.test'],
    defaultRole: 'inference',
    defaultTeam: 'support',
  })
})

describe('the commands of the documentation', () => {
  const { scripts } = manifest
  const commands = places.filter(({ language }) => language === 'sh')
  const named = [...commands, ...readPages().flatMap(spans)].flatMap(({ place, code }) =>
    Array.from(
      code.matchAll(/\bnpm (?:run (?<run>[\w:-]+)|(?<own>start|test)\b)/g),
      ({ groups }) => ({
        place,
        script: groups?.run ?? groups?.own ?? '',
      }),
    ),
  )

  test.each(named)('$place: the script $script exists', ({ script }) => {
    expect(scripts).toHaveProperty([script])
  })

  test('the curl calls are answered, and those that sign in with a token', async () => {
    const mock = createMock()
    await using server = await serve(mock, { port: 0 })
    await mock.client({ as: 'admin@acme.test' }).teams.create({ key: 'trial' })
    // A stream goes on until it is stopped.
    const calls = commands.filter(({ code }) => /^curl (?!-N )/.test(code))

    expect(calls).not.toEqual([])
    for (const { code } of calls) {
      const answer = await sh(
        `${code.trim().replace('http://127.0.0.1:4010', server.url)} --fail --silent --show-error`,
      )
      const user = /"user": "(?<user>[^"]+)"/.exec(code)?.groups?.user
      const token = user && mock.token(user)
      expect(JSON.parse(answer)).toEqual(token ? { token } : expect.any(Object))
    }
  })
})

/** The text between single backticks. */
function spans({ path, markdown }: Page): { place: string; code: string }[] {
  return Array.from(markdown.matchAll(/`([^`\n]+)`/g), ([, code = '']) => ({ place: path, code }))
}

async function sh(command: string): Promise<string> {
  const child = spawn('sh', ['-c', command], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  return text(child.stdout)
}
