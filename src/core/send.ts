import type { Answer } from './api-promise.ts'
import type { Arguments } from './arguments.ts'
import { checkTimeout, withDeadline } from './deadline.ts'
import { mergeHeaders, entityTag } from './headers.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import type { Operation } from './operation.ts'
import { pathArguments } from './path-arguments.ts'
import { queryString } from './query.ts'
import type { Attempt } from './observer.ts'
import { readAnswer, readRefusal } from './read-answer.ts'
import type { HeaderOverrides, RequestOptions } from './request-options.ts'
import type { Settings } from './settings.ts'
import { createTransport, sendRequest } from './transport.ts'

/** Sends one call and reads its answer, or rejects with a {@link RolecallError}. */
export type Send = <T>(operation: Operation, args: Arguments) => Promise<Answer<T>>

// The place of the token, until each attempt asks for it.
const unset = 'Bearer'

/** A call's way out and back. What a wrong argument throws, it throws before anything is sent. */
export function createSend(settings: Settings): Send {
  const transport = createTransport(settings.origin)
  const { credentials, observer } = settings

  return async <T>(
    operation: Operation,
    { names, path: values, input, options = {} }: Arguments,
  ) => {
    const { id, method } = operation
    const path = pathArguments(id, names, values)
    const isBody = operation.input === 'body'
    const headers = mergeHeaders(
      { Accept: 'application/json', Authorization: unset },
      settings.headers,
      method === 'PATCH' ? { 'Content-Type': 'application/merge-patch+json' } : undefined,
      isWrite(operation) ? writeHeaders(options) : undefined,
      options.headers,
    )
    // A header of the caller's own, or null, stands in for the token.
    const isAuthorized = headers.get('authorization') === unset
    const reading = { operation: id, mask: credentials.mask }

    const send = async (
      number: number,
      ended: AbortSignal,
      refused?: string,
    ): Promise<Answer<T>> => {
      const promised = isAuthorized ? credentials.token(refused) : undefined
      const token = typeof promised === 'object' ? await promised : promised
      if (token) headers.set('authorization', `Bearer ${token}`)
      else if (isAuthorized) headers.delete('authorization')
      let attempt: Attempt | undefined
      let answer: Response | undefined
      try {
        ended.throwIfAborted()
        const { response } = await transport[method](operation.path, {
          params: { path, query: isBody ? undefined : input },
          querySerializer: (query) => queryString(id, query),
          body: isBody ? input : undefined,
          headers,
          signal: ended,
          // openapi-fetch would read the body by itself, and say less of one that is not as it should be.
          parseAs: 'stream',
          fetch: async (request: Request) => {
            const started = observer.start(operation, request, number)
            attempt = started instanceof Promise ? await started : started
            answer = await sendRequest(settings, reading, request)
            if (!answer.ok) throw await readRefusal(reading, answer)
            return answer
          },
        })
        const read = await readAnswer<T>(reading, response)
        attempt?.end({ response })
        return read
      } catch (error) {
        attempt?.end({ response: answer, error })
        if (answer?.status !== 401 || refused || !token || !credentials.renewable) throw error
        attempt?.retry(error, 0)
        return send(number + 1, ended, token)
      }
    }

    const { signal, timeout = settings.timeout } = options
    return withDeadline({ operation: id, signal, timeout: checkTimeout(timeout) }, (ended) =>
      send(1, ended),
    )
  }
}

// Asking changes nothing, even where it is a POST.
function isWrite({ id, method }: Operation): boolean {
  return method !== 'GET' && !id.startsWith('access.')
}

function writeHeaders({ idempotencyKey, ifMatch }: RequestOptions): HeaderOverrides {
  return {
    'Idempotency-Key': idempotencyKey ?? newIdempotencyKey(),
    'If-Match': ifMatch === undefined ? undefined : entityTag(ifMatch),
  }
}
