import { printable } from '../../../../src/core/base/printable.ts'
import {
  APIError,
  createClient,
  denialText,
  NotFoundError,
  PermissionDeniedError,
  ServerError,
} from '../../../../src/index.ts'
import type { Control } from '../../../control-client/index.ts'
import type { Given } from '../command.ts'
import { jsonText, readFormat } from '../format/format.ts'
import { readWholeCall } from '../read-call.ts'
import { UsageError } from '../usage-error.ts'
import { readRemote } from './remote.ts'

/**
 * Makes a call to a running mock as one of its users, and prints the result as JSON. Resolves with 1 if the
 * mock refuses it, and prints why.
 */
export async function runAs(
  given: Given,
  [user = '', ...words]: readonly string[],
): Promise<number> {
  const format = readFormat(given, ['text', 'json'])
  const { url, session, control } = readRemote(given)
  const { operation, args } = readWholeCall(words)
  const token = await signIn(control, user, given.has('sign-up'))
  const headers = session === undefined ? {} : { 'X-Mock-Session': session }
  // What the mock answers is the result: a fault of its plan is not to be tried again.
  const client = createClient({ baseUrl: url, token, headers, retries: 0 })
  try {
    const response = await client.call<string>(operation, ...args).asResponse()
    const text = await response.text()
    if (text !== '') console.log(jsonText(JSON.parse(text)))
    return 0
  } catch (error) {
    if (!(error instanceof APIError) || error instanceof ServerError) throw error
    console.log(format === 'json' ? jsonText(error.problem) : refusalText(error, user))
    return 1
  }
}

async function signIn(control: Control, user: string, signUp: boolean): Promise<string> {
  try {
    return await control.signIn(user, { signUp })
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    // The mock names the option of its own API.
    const text = error.message.replace('pass signUp: true', 'add --sign-up')
    throw new UsageError(text, { cause: error })
  }
}

const refusalText = (error: APIError, user: string): string =>
  error instanceof PermissionDeniedError && error.decision !== undefined
    ? printable(denialText(error.decision, { user }), '\n')
    : printable(`${error.status} ${error.code}: ${error.message}`, '\n')
