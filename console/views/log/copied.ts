import { printable } from '../../../src/core/base/printable.ts'
import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { seen } from './seen.ts'

/** What a copy needs to know of the mock. */
export interface CopyContext {
  /** The mock's base URL. */
  readonly baseUrl: string
  /** The name of the policy in force. */
  readonly policy: string
  /** The name of the state, unless it is the main one. */
  readonly session?: string
}

/** A request as a call of the SDK. */
export const asSdk = (request: LoggedRequest): string => `await ${callIn(request)}\n`

/** A request as a command. Its token is a variable of the shell, never a real one. */
export function asCurl(request: LoggedRequest, { baseUrl, session }: CopyContext): string {
  const { method, path, query = {}, body } = request
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
    ),
  ).toString()
  const url = `${baseUrl}${path}${search === '' ? '' : `?${search}`}`
  return `${[
    `curl${method === 'GET' ? '' : method === 'HEAD' ? ' -I' : ` -X ${inShell(method)}`} ${inShell(url)}`,
    request.actor !== undefined && '-H "Authorization: Bearer $ROLECALL_TOKEN"',
    session && `-H ${inShell(`X-Mock-Session: ${session}`)}`,
    body !== undefined && "-H 'Content-Type: application/json'",
    body !== undefined && `-d ${inShell(printable(JSON.stringify(body)))}`,
  ]
    .filter(Boolean)
    .join(' \\\n  ')}\n`
}

/** A request as a test that makes it, and expects its end. */
export function asVitest(request: LoggedRequest, { policy }: CopyContext): string {
  return [
    importOf('mockTest', 'rolecall/mocks/vitest'),
    importOf('expect', 'vitest'),
    '',
    `const test = mockTest({ policy: ${literal(policy)} })`,
    '',
    `test(${literal(titleOf(request))}, async ({ ${isPoint(request) ? 'mock' : 'as'} }) => {`,
    `  const client = ${clientIn(request)}`,
    `  ${expectationOf(request, true)}`,
    '})',
    '',
  ].join('\n')
}

const importOf = (name: string, from: string): string => `import { ${name} } from ${literal(from)}`

/** A request as a step of a test with the fixtures of `rolecall/mocks/playwright`. */
export function asPlaywright(request: LoggedRequest): string {
  return [
    `await test.step(${literal(titleOf(request))}, async () => {`,
    `  const client = await ${clientIn(request)}`,
    `  ${expectationOf(request, false)}`,
    '})',
    '',
  ].join('\n')
}

/** Why a request can't be copied as code; undefined if it can. */
export function notCopied({ operation, args, actor }: LoggedRequest): string | undefined {
  if (operation === undefined) return 'The API has no such operation.'
  if (args === undefined) return 'The log does not keep its arguments.'
  if (actor === undefined) return 'Nobody was signed in.'
  return undefined
}

const isPoint = ({ actor }: LoggedRequest): boolean => actor === 'enforcement-point'

const clientIn = (request: LoggedRequest): string =>
  isPoint(request)
    ? 'mock.client({ enforcementPoint: true })'
    : `as(${literal(request.actor ?? '')})`

/** The call that a question of `client.can` asks about; undefined for another question. */
function askedByCan({ operation, question }: LoggedRequest): string | undefined {
  const isCan = operation === 'access.evaluate' && question?.subject.id === 'me'
  if (!isCan || question.args === undefined) return undefined
  return [literal(question.action), ...question.args.map(literal)].join(', ')
}

function callIn(request: LoggedRequest): string {
  const { operation, args = [] } = request
  const asked = askedByCan(request)
  if (asked !== undefined) return `client.can(${asked})`
  return `client.${operation ?? 'raw'}(${args.map(literal).join(', ')})`
}

function expectationOf(request: LoggedRequest, hasMatchers: boolean): string {
  const { status, decision } = request
  const call = callIn(request)
  if (status >= 400) return `await expect(${call}).rejects.toMatchObject({ ${wrong(request)} })`
  if (askedByCan(request) === undefined || decision === undefined) return `await ${call}`
  const { outcome, rule } = decision
  if (!hasMatchers || outcome === 'depends') {
    return `expect(await ${call}).toMatchObject({ outcome: ${literal(outcome)} })`
  }
  return outcome === 'yes'
    ? `expect(await ${call}).toBeAllowed()`
    : `expect(await ${call}).toBeDenied({ rule: ${literal(rule)} })`
}

const wrong = ({ status, decision }: LoggedRequest): string =>
  `status: ${status}${decision ? `, decision: { rule: ${literal(decision.rule)} }` : ''}`

function titleOf(request: LoggedRequest): string {
  const { actor = 'nobody', operation = '', question } = request
  const { end } = seen(request)
  const verb = end === 'denied' ? 'may not call' : end === 'allowed' ? 'may call' : 'fails to call'
  return `${actor} ${verb} ${question?.action ?? operation}`
}

const inShell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A value as JavaScript, with invisible characters escaped. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([name, one]) => `${keyIn(name)}: ${literal(one)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  return typeof value === 'string' ? inQuotes(value) : String(value)
}

const inQuotes = (text: string): string =>
  `'${printable(JSON.stringify(text).slice(1, -1))
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`)}'`

/** A key. `__proto__` would set the prototype, but in brackets. */
const keyIn = (name: string): string =>
  name === '__proto__' ? "['__proto__']" : /^[a-z_$][\w$]*$/i.test(name) ? name : inQuotes(name)
