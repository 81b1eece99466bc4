/** The compiler's errors about a wrong call point at the wrong part. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { execute } from './execute.ts'

const tsc = resolve('node_modules/typescript/bin/tsc')
const folder = mkdtempSync(resolve('node_modules/.type-errors-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = [
  ...['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions'],
  ...['--target', 'es2023', '--module', 'nodenext', '--types', 'node'],
  ...['--lib', 'es2024,dom,dom.iterable,esnext.iterator'],
]

/** What the compiler prints about the calls, each on a line of its own. */
async function compile(calls: readonly string[], pretty: 'true' | 'false'): Promise<string> {
  const file = join(folder, 'calls.ts')
  const imports = [
    `import type { Client } from '${resolve('src/index.ts')}'`,
    `import { createMock } from '${resolve('mocks/index.ts')}'`,
  ]
  const head = `${imports.join('; ')}\ndeclare const client: Client`
  writeFileSync(file, [head, ...calls, 'export {}'].join('\n'))
  return execute(process.execPath, [tsc, ...options, '--pretty', pretty, file]).catch(
    // The error contains its output.
    (error: unknown) => stripVTControlCharacters(String(error)),
  )
}

/** The first line of the compiler's error about each call, and the marked text. */
async function errorsIn(calls: readonly string[]): Promise<readonly (readonly string[])[]> {
  const printed = await compile(calls, 'false')
  return [...printed.matchAll(/calls\.ts\((\d+),(\d+)\): error TS\d+: (.*)/g)].map(
    ([, line, column, text = '']) => {
      const call = calls[Number(line) - 3] ?? ''
      return [call.slice(Number(column) - 1).match(/^['{]?[\w.]+'?/)?.[0] ?? '', text]
    },
  )
}

/** The error about arguments that a call lacks. */
const lacking = (operation: string, args: string) =>
  `Argument of type '"${operation}"' is not assignable to parameter of type '"${operation}" & { readonly arguments: [${args}]; }'.`

const callOptions = 'options?: RequestOptions | undefined'
const create = `body: RoleCreate<AnyKeys>, ${callOptions}`
const update = `user: string, body: Patch<User, UserUpdate<AnyKeys>>, ${callOptions}`

test('can and call name missing arguments, and mark wrong ones and a wrong name', async () => {
  const role = `{ key: 'a', permissions: [] }`
  expect(
    await errorsIn([
      `client.can('roles.create', ${role})`,
      `client.can('roles.create')`,
      `client.call('roles.create')`,
      `client.can('users.update', 'lead@acme.test')`,
      `client.call('users.update')`,
      `client.can('roles.get', 5)`,
      `client.call('roles.get', 5)`,
      `client.can('roles.create', { key: 5, permissions: [] })`,
      `client.can('roles.creat', ${role})`,
      `client.call('roles.creat', ${role})`,
    ]),
  ).toEqual([
    [`'roles.create'`, lacking('roles.create', create)],
    [`'roles.create'`, lacking('roles.create', create)],
    [`'users.update'`, lacking('users.update', update)],
    [`'users.update'`, lacking('users.update', update)],
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

test('a method names the first argument that is missing', async () => {
  const methods = [
    ['client.roles.get()', 'role'],
    ['client.roles.create()', 'body'],
    [`client.users.update('lead@acme.test')`, 'body'],
    [`client.projects.members.update('churn')`, 'member'],
  ]
  const printed = await compile(
    methods.map(([call = '']) => call),
    'true',
  )
  const missing = printed.matchAll(/An argument for '(\w+)' was not provided/g)
  expect(Array.from(missing, ([, name]) => name)).toEqual(methods.map(([, name]) => name))
})

test('createMock suggests the policy that was meant', async () => {
  const [[, text] = []] = await errorsIn([`createMock({ policy: 'bigm' })`])
  expect(text).toMatch(/^Type '"bigm"' is not assignable .*Did you mean '"bigml"'\?$/)
})
