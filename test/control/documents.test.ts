import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMock } from 'rolecall/mocks'
import { describe, expect, onTestFinished, test } from 'vitest'
import { operations } from '../../src/generated/operations.ts'
import { controlOperations } from '../../mocks/generated/control/operations.ts'
import { start } from '../server/start.ts'

interface Endpoint {
  readonly method: string
  readonly path: string
}

const documents = [
  ['/openapi.json', operations],
  ['/__mock/openapi.json', controlOperations],
] as const

describe.each(documents)('%s', (path, all) => {
  test('is the document of every operation, in process and over a socket', async () => {
    const { mock, server } = await start()
    const [inProcess, overSocket] = await Promise.all([
      mock.fetch(path).then((answer) => answer.text()),
      fetch(server.url + path).then((answer) => answer.text()),
    ])
    expect(overSocket).toBe(inProcess)
    const { openapi, paths }: { openapi: string; paths: object } = JSON.parse(overSocket)
    expect(openapi).toMatch(/^3\.1/)
    for (const { method, path } of Object.values<Endpoint>(all)) {
      expect(paths).toHaveProperty([path, method.toLowerCase()])
    }
  })

  test('is a sound OpenAPI document, as one file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-document-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'openapi.json')
    writeFileSync(file, await (await createMock().fetch(path)).text())
    const redocly = 'node_modules/@redocly/cli/bin/cli.js'
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    execFileSync(process.execPath, [redocly, 'lint', file], { env, stdio: 'pipe' })
  })

  test('is answered to GET and HEAD alone', async () => {
    const { server } = await start()
    const head = await fetch(server.url + path, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'application/json'])
    const posted = await fetch(server.url + path, { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})
