import type { LoggedRequest } from '../../log/logged-request.ts'
import { refuse, type Refused } from '../../message/refusal.ts'
import { forkOf } from '../../platform/fork.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Levers } from '../controls.ts'
import { followRequests } from '../follow-requests.ts'
import { whenLoaded } from '../loaded.ts'
import { timedRequest } from '../timed-request.ts'
import type { Routes } from '../operation.ts'

type Asked = 'listRequests' | 'streamRequests' | 'getRequest' | 'listOutbox' | 'getCoverage'

/** The log of the calls that the mock answered. */
export const log: Routes<Asked> = {
  listRequests({ mock }, { since }) {
    const found = requestsAfter(mock, since)
    return 'ok' in found ? found : { json: { data: found.map(timedRequest) } }
  },
  streamRequests({ mock, atEnd }, { since }) {
    const found = since === undefined ? [] : requestsAfter(mock, since)
    if ('ok' in found) return found
    return { type: 'application/x-ndjson', stream: followRequests(mock, found, atEnd) }
  },
  getRequest({ platform }, _, [id = '']) {
    const found = platform.log.find(id)
    if (found === undefined) {
      const text = `There is no request ${quoted(id)} in the log, which keeps the newest 10,000.`
      return refuse(404, 'not_found', text)
    }
    const fork = forkOf(platform)
    return whenLoaded(async () =>
      (await import('../../inspect/index.ts')).loggedDetail(fork, found),
    )
  },
  getCoverage: ({ mock }) => ({ json: mock.coverage() }),
  listOutbox: ({ mock }) => ({ json: { data: mock.outbox } }),
}

/** The requests after the one with the id, or all. */
function requestsAfter(
  { requests }: Levers,
  id: string | undefined,
): readonly LoggedRequest[] | Refused {
  if (id === undefined) return requests
  const at = requests.findLastIndex((request) => request.id === id)
  if (at !== -1) return requests.slice(at + 1)
  const text = `since must be the id of a request in the log, not ${quoted(id)}. The log keeps the newest 10,000; leave since out to begin anew.`
  return refuse(422, 'unknown_reference', text)
}
