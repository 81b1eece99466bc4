import { printable } from '../../../../src/core/base/printable.ts'
import { isRecord } from '../../../../src/core/base/kind-of.ts'
import { readBaseUrl } from '../../../../src/core/options/base-url.ts'
import { brief } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import { quoted } from '../../../shared/quoted.ts'
import type { Given } from '../command.ts'
import { usualUrl } from '../remote-options.ts'
import { UsageError } from '../usage-error.ts'

/** A running mock, and the state of it that is meant. */
export interface Remote {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Reads which mock a command speaks to. */
export function readRemote(given: Given): Remote {
  const text = given.get('url') ?? usualUrl
  const url = readBaseUrl(text)
  if (url === undefined) {
    throw new UsageError(`--url must be a URL such as ${usualUrl}, not ${quoted(text)}.`)
  }
  const session = given.get('session')
  if (session !== undefined && !/^[\x21-\x7e]{1,100}$/.test(session)) {
    throw new UsageError(`--session must be the name of a state, not ${quoted(session)}.`)
  }
  return { url, headers: session === undefined ? {} : { 'X-Mock-Session': session } }
}

/** What to do where no mock is. */
export const unreachable = ({ url }: Remote, cause: unknown): ConfigurationError =>
  new ConfigurationError(`Nothing answers at ${url}: start it with \`rolecall mock\`.`, { cause })

/**
 * Sends a request to the control paths of a mock, and returns its answer.
 *
 * @throws {@link ConfigurationError} if nothing answers, or if the answer is no success.
 */
export async function ask(remote: Remote, path: string, init: RequestInit): Promise<Response> {
  const response = await send(remote, path, init)
  const type = response.headers.get('content-type') ?? ''
  if (response.ok && (type.includes('json') || response.status === 204)) return response
  throw new ConfigurationError(detailOf(await response.text()) ?? notOfMock(remote))
}

/** The message about an answer that no mock gives. */
export const notOfMock = ({ url }: Remote): string =>
  `${url} answers, but not as a mock does. Check the URL.`

async function send(remote: Remote, path: string, init: RequestInit): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...remote.headers }
  try {
    return await fetch(`${remote.url}/__mock/${path}`, { redirect: 'error', ...init, headers })
  } catch (cause) {
    throw unreachable(remote, cause)
  }
}

/** The detail of a problem. */
function detailOf(text: string): string | undefined {
  try {
    const problem: unknown = JSON.parse(text)
    if (!isRecord(problem) || typeof problem.detail !== 'string') return undefined
    return printable(brief(problem.detail, 2000))
  } catch {
    return undefined
  }
}
