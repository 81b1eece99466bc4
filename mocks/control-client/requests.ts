import type { ControlledRequests, SinceOptions, StreamOptions } from './control.ts'
import { linesOf } from './lines.ts'
import type { Api } from './transport.ts'

/** The log of the requests, as a list and as a stream. */
export function requestsOf(api: Api): ControlledRequests {
  async function* stream({ since, signal }: StreamOptions = {}) {
    if (signal?.aborted) return
    try {
      yield* linesOf(await api.open('streamRequests', queryOf(since), signal), signal)
    } catch (error) {
      if (!signal?.aborted) throw error
    }
  }

  const list = async ({ since }: SinceOptions = {}) => {
    const { data } = await api.call('listRequests', { input: queryOf(since) })
    return data
  }
  return Object.assign(list, { stream })
}

const queryOf = (since: string | undefined) => (since === undefined ? {} : { since })
