import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

// The generated resources are typed by the document, as openapi-typescript describes it: code that
// contradicts it does not compile.

const file = resolve('src/generated/resources/users.ts')
const text = readFileSync(file, 'utf8')
const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
const sources = new Map<string, ts.SourceFile | undefined>()

/** The compiler's errors about the file once `from` in it has become `to`. */
function complaints(from: string, to: string): string[] {
  const changed = text.replace(from, to)
  if (from && changed === text) throw new Error(`There is no ${from} in ${file}`)
  const host = ts.createCompilerHost(options)
  host.getSourceFile = (name, target) => {
    if (resolve(name) === file) return ts.createSourceFile(name, changed, target)
    if (!sources.has(name))
      sources.set(name, ts.createSourceFile(name, ts.sys.readFile(name) ?? '', target))
    return sources.get(name)
  }
  const program = ts.createProgram([file], { ...options, noEmit: true }, host)
  const found = program.getSemanticDiagnostics(program.getSourceFile(file))
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

test('unchanged, it compiles', () => {
  expect(complaints('', '')).toEqual([])
})

test.each([
  ['an unknown path', "'/v1/users'", "'/v1/user'", /Type '"\/v1\/user"'/],
  ['a path without the method', "'POST', '/v1/users'", "'POST', '/v1/me'", /'"\/v1\/me"'/],
  ['a path with a missing parameter', "'GET', '/v1/users/{user}'", "'GET', '/v1/me'", /Type/],
  ['a path with a surplus parameter', "'GET', '/v1/me'", "'GET', '/v1/users/{user}'", /Type/],
  [
    'the resource of another path',
    "'GET', '/v1/users/{user}'",
    "'GET', '/v1/roles/{role}'",
    /Role|Type/,
  ],
  ['a body in the query', "'/v1/users', 'body'", "'/v1/users', 'query'", /'"query"'/],
  ['a missing body', "'/v1/users', 'body'", "'/v1/users'", /requires 3/],
  ['a surplus body', "'/v1/me'", "'/v1/me', 'body'", /'"body"'/],
  ['a surplus option', "'body']", "'body', 'ifMatch']", /"ifMatch"/],
  ['a body of another operation', "'/v1/users', 'body'", "'/v1/teams', 'body'", /Type/],
])('%s does not compile', (_, from, to, message) => {
  expect(complaints(from, to).join('\n')).toMatch(message)
})
