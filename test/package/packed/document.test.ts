import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createMock, type Mock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { readFences } from '../../docs/read-fences.ts'
import { execute } from '../execute.ts'

const consumer = inject('consumer')
const installed = join(consumer, 'node_modules/rolecall')
const text = (path: string) => readFileSync(join(installed, path), 'utf8')

describe('the document in the package', () => {
  const document: unknown = JSON.parse(text('mocks/generated/documents/openapi.json'))

  test('is the same as YAML', () => {
    expect(parse(text('dist/openapi.yaml'))).toEqual(document)
  })

  test('is what the installed mock answers', async () => {
    const code = `import document from 'rolecall/openapi.json' with { type: 'json' }
      import { createMock } from 'rolecall/mocks'
      import { isDeepStrictEqual } from 'node:util'
      const answer = await (await createMock().fetch('/openapi.json')).json()
      console.log(isDeepStrictEqual(answer, document))`
    const args = ['--input-type=module', '--eval', code]
    expect(await execute(process.execPath, args, { cwd: consumer })).toBe('true')
  })
})

/** The commands of the guide that name a file of the package, one a test. */
const commands = readFences(readFileSync('docs/guides/other-languages.md', 'utf8'))
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => code.replaceAll(/\\\n\s*/g, '').split('\n'))
  .filter((line) => line.includes('node_modules/rolecall/'))

test.each(commands)('%s', async (command) => {
  const mock: Mock = createMock()
  const server = await serve(mock, { port: 0 })
  onTestFinished(() => server.close())
  const line = command
    .replace(/^npx (\S+)/, (_, name: string) => resolve('node_modules/.bin', name))
    .replace('http://127.0.0.1:4010', server.url)
    .replace('…', mock.token('admin@acme.test'))
  await execute('sh', ['-c', line], { cwd: consumer, env: { REDOCLY_TELEMETRY: 'off' } })
})
