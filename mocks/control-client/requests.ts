import { isRecord } from '../../src/core/base/kind-of.ts'
import { checkOptions, checkValue, isText } from '../shared/check-options.ts'
import { textInput } from './check-input.ts'
import type { ControlledRequests, SinceOptions, StreamOptions } from './control.ts'
import { linesOf } from './lines.ts'
import type { Api } from './transport.ts'

/** The log of the requests, as a list and as a stream. */
export function requestsOf(api: Api): ControlledRequests {
  async function* follow({ since, signal }: StreamOptions) {
    if (signal?.aborted) return
    try {
      yield* linesOf(await api.open('streamRequests', queryOf(since), signal), signal)
    } catch (error) {
      if (!signal?.aborted) throw error
    }
  }

  const list = async (options: SinceOptions = {}) => {
    check('control.requests', options, ['since'])
    const { data } = await api.call('listRequests', { input: queryOf(options.since) })
    return data
  }
  const stream = (options: StreamOptions = {}) => {
    check('control.requests.stream', options, ['since', 'signal'])
    return follow(options)
  }
  const get = async (id: string) =>
    api.call('getRequest', { name: textInput('control.requests.get', id, 'the id of a request') })
  return Object.assign(list, { stream, get })
}

function check(what: string, options: StreamOptions, names: readonly string[]): void {
  checkOptions(`${what}'s options`, options, names, "{ since: 'req_…' }")
  checkValue('since', options.since, isText, 'the id of a request')
  checkValue('signal', options.signal, isSignal, 'an AbortSignal')
}

const isSignal = (value: unknown) => isRecord(value) && 'addEventListener' in value

const queryOf = (since: string | undefined) => (since === undefined ? {} : { since })
