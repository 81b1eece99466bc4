import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, inject, test } from 'vitest'
import { execute } from '../execute.ts'

const tsc = resolve('node_modules/typescript/bin/tsc')
const consumer = inject('consumerWithPeers')

/** Instantiations of the compiler for a program of this many calls, by the package's declarations. */
async function instantiations(calls: number): Promise<number> {
  const file = join(consumer, `calls-${calls}.ts`)
  writeFileSync(file, program(calls))
  const compiler = '--noEmit --strict --skipLibCheck --target es2023 --module nodenext --types node'
  const args = [...compiler.split(' '), '--lib', 'es2023,dom,dom.iterable', '--extendedDiagnostics']
  const printed = await execute(process.execPath, [tsc, ...args, file], { cwd: consumer })
  return Number(/^Instantiations:\s+(\d+)$/m.exec(printed)?.[1])
}

/**
 * Calls of all kinds in turn: resources, lists, bodies with keys, updates by functions, can and call.
 */
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
  return `import { createClient } from 'rolecall'
const client = createClient<'adaptive'>()
export async function run() {
${lines.join('\n')}
}
`
}

test('500 calls add at most 1,000 instantiations to a program', async () => {
  const [without, all] = await Promise.all([instantiations(0), instantiations(500)])
  const added = all - without
  expect(without).toBeGreaterThan(0)
  expect(added).toBeLessThanOrEqual(1_000)
})
