import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Answered } from './load.ts'
import { type Server, start } from './server.ts'

/** A server to be measured. */
export interface Contender {
  readonly name: string
  start(): Promise<Server>
}

const here = (file: string): URL => new URL(file, import.meta.url)

/** The mock, with all its default work. */
export const rolecall: Contender = {
  name: 'rolecall',
  start: () => start(here('rolecall.ts'), (port) => [String(port)]),
}

/** Node's own server, with fixed answers. */
export const nodeHttp = (answers: ReadonlyMap<string, Answered>): Contender => ({
  name: 'node:http',
  start: () => start(here('node-http.ts'), (port) => [String(port), JSON.stringify([...answers])]),
})

const folder = new URL('../peers/', import.meta.url)

/** Installs the other mock servers unless they are there. Their lock file has the versions. */
export function installPeers(): void {
  if (existsSync(new URL('node_modules', folder))) return
  console.log('Installing the other mock servers in test/bench/peers, once:')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

/**
 * The other mock servers, each started as documented, with the API's document; json-server with the
 * records instead. They keep their files in the working folder.
 */
export function peers(
  working: string,
  records: Readonly<Record<string, readonly unknown[]>>,
): readonly Contender[] {
  const { resolve } = createRequire(new URL('package.json', folder))
  const program = (file: string): URL => pathToFileURL(resolve(file))
  const document = join(import.meta.dirname, '../../../mocks/generated/documents/openapi.json')
  const own = (file: string): Promise<Server> =>
    start(new URL(file, folder), (port) => [document, String(port)])
  return [
    { name: '@redocly/mock-server', start: () => own('redocly.js') },
    { name: 'openapi-backend', start: () => own('openapi-backend.js') },
    { name: '@scalar/mock-server', start: () => own('scalar.js') },
    {
      name: 'json-server',
      async start() {
        const database = join(working, 'database.json')
        const routes = join(working, 'routes.json')
        writeFileSync(database, JSON.stringify(records))
        writeFileSync(routes, JSON.stringify({ '/v1/*': '/$1' }))
        return await start(program('json-server/lib/cli/bin.js'), (port) => [
          '--quiet',
          '--host=127.0.0.1',
          `--port=${port}`,
          `--routes=${routes}`,
          database,
        ])
      },
    },
    {
      name: 'Prism',
      start: () =>
        start(program('@stoplight/prism-cli/dist/index.js'), (port) => [
          'mock',
          '--host=127.0.0.1',
          `--port=${port}`,
          '--verboseLevel=silent',
          document,
        ]),
    },
    {
      name: 'Mockoon',
      start: () =>
        start(program('@mockoon/cli/bin/run.js'), (port) => [
          'start',
          '--hostname=127.0.0.1',
          `--port=${port}`,
          '--disable-log-to-file',
          `--data=${document}`,
        ]),
    },
  ]
}
