import { readBaseUrl } from '../../../../src/core/options/base-url.ts'
import { type Control, createControl } from '../../../control-client/index.ts'
import { quoted } from '../../../shared/quoted.ts'
import { isStateName, stateNames } from '../../../shared/state-name.ts'
import type { Given } from '../command.ts'
import { usualUrl } from '../remote-options.ts'
import { UsageError } from '../usage-error.ts'

/** A running mock, and the state of it that is meant. */
export interface Remote {
  readonly url: string
  /** The name of the state. Missing for the mock's own. */
  readonly session: string | undefined
  /** Speaks to that state. */
  readonly control: Control
}

/** Reads which mock a command speaks to. */
export function readRemote(given: Given): Remote {
  const text = given.get('url') ?? usualUrl
  const url = readBaseUrl(text)
  if (url === undefined) {
    throw new UsageError(`--url must be a URL such as ${usualUrl}, not ${quoted(text)}.`)
  }
  const session = given.get('session')
  if (session !== undefined && !isStateName(session)) {
    throw new UsageError(`--session must be ${stateNames}; it is ${quoted(session)}.`)
  }
  return { url, session, control: createControl({ baseUrl: url, session }) }
}
