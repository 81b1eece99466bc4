import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { execute } from './execute.ts'

const tsc = resolve('node_modules/typescript/bin/tsc')
// Inside the repository, so that the declarations find what they import.
const folder = mkdtempSync(resolve('node_modules/.type-cost-'))
const run = (...args: readonly string[]) => execute(process.execPath, [tsc, ...args])

beforeAll(async () => {
  await run('-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', join(folder, 'types'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the compiler instantiates for a program of so many calls, by the package's declarations. */
async function instantiations(calls: number): Promise<number> {
  const name = `calls-${calls}.ts`
  writeFileSync(join(folder, name), program(calls))
  const compiler = '--noEmit --strict --skipLibCheck --target es2023 --module nodenext --types node'
  const printed = await run(
    ...compiler.split(' '),
    ...['--lib', 'es2023,dom,dom.iterable', '--extendedDiagnostics'],
    join(folder, name),
  )
  return Number(/^Instantiations:\s+(\d+)$/m.exec(printed)?.[1])
}

/** Calls of all kinds in turn: things, lists, bodies with keys, updates by functions, can and call. */
function program(calls: number): string {
  const kinds = [
    (n: number) => `client.roles.create({ key: 'r${n}', permissions: ['use_case:read'] })`,
    (n: number) => `client.users.update('u${n}', { teams: { support: 'reviewer', legacy: null } })`,
    (n: number) => `client.users.list({ team: 't${n}' }).toArray({ max: 10 })`,
    (n: number) => `client.teams.update('t${n}', ({ name }) => ({ name: name + '!' }))`,
    (n: number) => `client.projects.members.get('p${n}', 'mem_1').withResponse()`,
    (n: number) => `client.artifacts.delete('art_${n}', { ifMatch: 'v1' })`,
    (n: number) => `client.can('teams.delete', 't${n}')`,
    (n: number) => `client.call('projects.get', 'p${n}')`,
  ]
  const lines = Array.from({ length: calls }, (_, n) => `  await ${kinds[n % kinds.length]?.(n)}`)
  return `import { createClient } from './types/src/index.js'
const client = createClient<'adaptive'>()
export async function run() {
${lines.join('\n')}
}
`
}

test('500 calls add at most 1,000 instantiations to a program', async () => {
  const without = await instantiations(0)
  const added = (await instantiations(500)) - without
  expect(without).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(1_000)
})
