/** The compiler's errors about a wrong call point at the wrong part. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { execute } from './execute.ts'

const tsc = resolve('node_modules/typescript/bin/tsc')
const folder = mkdtempSync(resolve('node_modules/.type-errors-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = [
  ...[
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--allowImportingTsExtensions',
    '--pretty',
    'false',
  ],
  ...['--target', 'es2023', '--module', 'nodenext', '--types', 'node'],
  ...['--lib', 'es2024,dom,dom.iterable,esnext.iterator'],
]

/** The first line of the compiler's error about each call, and the marked text. */
async function errorsIn(calls: readonly string[]): Promise<readonly (readonly string[])[]> {
  const file = join(folder, 'calls.ts')
  const head = `import type { Client } from '${resolve('src/index.ts')}'\ndeclare const client: Client`
  writeFileSync(file, [head, ...calls, 'export {}'].join('\n'))
  const printed = await execute(process.execPath, [tsc, ...options, file]).catch(
    // The error contains its output.
    (error: unknown) => String(error),
  )
  return [...printed.matchAll(/calls\.ts\((\d+),(\d+)\): error TS\d+: (.*)/g)].map(
    ([, line, column, text = '']) => {
      const call = calls[Number(line) - 3] ?? ''
      return [call.slice(Number(column) - 1).match(/^['{]?[\w.]+'?/)?.[0] ?? '', text]
    },
  )
}

test('can and call mark wrong arguments, and a wrong name', async () => {
  const role = `{ key: 'a', permissions: [] }`
  expect(
    await errorsIn([
      `client.can('roles.create', ${role})`,
      `client.can('roles.create')`,
      `client.call('roles.create')`,
      `client.can('users.update', 'lead@acme.test')`,
      `client.can('roles.get', 5)`,
      `client.call('roles.get', 5)`,
      `client.can('roles.create', { key: 5, permissions: [] })`,
      `client.can('roles.creat', ${role})`,
      `client.call('roles.creat', ${role})`,
    ]),
  ).toEqual([
    ['can', 'Expected 2-3 arguments, but got 1.'],
    ['call', 'Expected 2-3 arguments, but got 1.'],
    ['can', 'Expected 3-4 arguments, but got 2.'],
    ['5', `Argument of type 'number' is not assignable to parameter of type 'string'.`],
    ['5', `Argument of type 'number' is not assignable to parameter of type 'string'.`],
    ['key', `Type 'number' is not assignable to type 'string'.`],
    [
      `'roles.creat'`,
      `Argument of type '"roles.creat"' is not assignable to parameter of type 'OperationId'.`,
    ],
    [
      `'roles.creat'`,
      `Argument of type '"roles.creat"' is not assignable to parameter of type 'OperationId'.`,
    ],
  ])
})
