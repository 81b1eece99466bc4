import createFetchClient from 'openapi-fetch'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { reasonIn, safeCause } from '../../src/core/watch/safe-cause.ts'
import { errorFromAnswer } from '../../src/errors/from-answer.ts'
import { ConnectionError } from '../../src/errors/transport-errors.ts'
import type { ControlInput, ControlOutput } from '../control/operation.ts'
import { type ControlOperation, controlOperations } from '../generated/control/operations.ts'
import type { Target } from './options.ts'

/** The arguments of a call. */
interface Given<Id extends ControlOperation> {
  /** The body or query. */
  readonly input?: ControlInput<Id>
  /** The name or id in the path. */
  readonly name?: string
}

/** Calls the operations of the control document. */
export interface Api {
  /** Calls an operation. Rejects unless a mock answers with a success. */
  call<Id extends ControlOperation>(operation: Id, given?: Given<Id>): Promise<ControlOutput<Id>>
  /** Calls an operation whose answer goes on, and returns its body. */
  open(
    operation: ControlOperation,
    query: object,
    signal?: AbortSignal,
  ): Promise<ReadableStream<Uint8Array>>
}

/** Endpoints of any path: openapi-fetch's own types of answers break read-only lists. */
interface AnyPaths {
  [path: string]: Record<'get' | 'post' | 'put' | 'patch' | 'delete', AnyEndpoint>
}

interface AnyEndpoint {
  parameters: { path?: Readonly<Record<string, unknown>>; query?: object }
  requestBody?: { content: { 'application/json': unknown } }
  responses: { 200: { content: { 'application/json': unknown } } }
}

/** Makes the calls to a mock, by openapi-fetch. */
export function createApi(target: Target): Api {
  const { baseUrl, session } = target
  const client = createFetchClient<AnyPaths>({
    baseUrl,
    ...(session !== undefined && { headers: { 'X-Mock-Session': session } }),
    fetch: (request) => send(target, request),
  })
  return {
    async call(operation, { input, name } = {}) {
      const { method, path } = controlOperations[operation]
      const isQuery = method === 'GET' && isRecord(input)
      const { data } = await client[method](path, {
        params: {
          ...(name !== undefined && { path: { [parameterOf(path)]: name } }),
          ...(isQuery && { query: input }),
        },
        ...(!isQuery && input !== undefined && { body: input }),
      })
      if (isOutput(operation, data)) return data
      throw new TypeError(`${method} ${path} was answered without an object.`)
    },
    async open(operation, query, signal) {
      const { path } = controlOperations[operation]
      const { response } = await client.GET(path, {
        params: { query },
        parseAs: 'stream',
        ...(signal && { signal }),
      })
      return response.body ?? new ReadableStream()
    },
  }
}

/** The name of a path's parameter. */
const parameterOf = (path: string): string => /\{(\w+)\}/.exec(path)?.[1] ?? ''

/** Whether an answer is what the document promises: an object, or nothing. */
const isOutput = <Id extends ControlOperation>(_: Id, data: unknown): data is ControlOutput<Id> =>
  data === undefined || isRecord(data)

/** Sends a request. Throws unless a mock answers with a success. */
async function send(
  { baseUrl, fetch = globalThis.fetch }: Target,
  request: Request,
): Promise<Response> {
  let response: Response
  try {
    response = await fetch(request)
  } catch (thrown) {
    if (request.signal.aborted) throw thrown
    const cause = safeCause(thrown, String)
    const reason = reasonIn(cause)
    throw new ConnectionError(
      `Nothing answers at ${baseUrl}: start it with \`rolecall mock\` (${reason}).`,
      { cause },
    )
  }
  if (response.ok && (response.status === 204 || isJson(response))) return response
  throw errorFromAnswer({
    operation: `${request.method} ${new URL(request.url).pathname}`,
    response,
    text: await response.text(),
    mask: String,
    what: `what no mock answers; is there one at ${baseUrl}?`,
  })
}

const isJson = ({ headers }: Response): boolean =>
  /^application\/(?:x-nd)?json\b/.test(headers.get('content-type') ?? '')
