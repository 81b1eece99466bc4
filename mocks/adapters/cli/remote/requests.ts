import { alignColumns } from '../../../../src/core/base/align-columns.ts'
import { printable } from '../../../../src/core/base/printable.ts'
import type { LoggedRequest } from '../../../log/logged-request.ts'
import { cut } from '../../../shared/brief.ts'
import type { Given } from '../command.ts'
import { csvTable, jsonText, markdownTable, readFormat } from '../format/format.ts'
import { stopSignals } from '../signals.ts'
import { faultText } from './fault-text.ts'
import { type Remote, readRemote } from './remote.ts'

const head = ['time', 'actor', 'call', 'status', 'code', 'rule', 'note']

/** Prints the requests that a running mock has answered; with `--follow` those that follow, until Ctrl+C. */
export async function showRequests(given: Given): Promise<number> {
  const remote = readRemote(given)
  if (given.has('follow')) return follow(remote, readFormat(given, ['text', 'json', 'csv']))
  const format = readFormat(given, ['text', 'json', 'markdown', 'csv'])
  const requests = await remote.control.requests()
  const rows = [head, ...requests.map(cellsOf)]
  const formats = {
    text: () => (requests.length === 0 ? 'No requests yet.' : alignColumns(rows).join('\n')),
    json: () => jsonText(requests),
    markdown: () => markdownTable(rows),
    csv: () => csvTable(rows),
  }
  console.log(formats[format]())
  return 0
}

/** Prints each request as it is answered, on a line of its own, until a signal or the end of the mock. */
async function follow({ control, url }: Remote, format: 'text' | 'json' | 'csv'): Promise<number> {
  const lineOf = {
    text: (request: LoggedRequest) =>
      cellsOf(request)
        .filter(Boolean)
        .map((cell) => printable(cell))
        .join('  '),
    json: (request: LoggedRequest) => printable(JSON.stringify(request)),
    csv: (request: LoggedRequest) => csvTable([cellsOf(request)]),
  }[format]
  const signals = stopSignals()
  const stop = new AbortController()
  void signals.first.then(() => stop.abort())
  let isHeaded = format !== 'csv'
  try {
    for await (const request of control.requests.stream({ signal: stop.signal })) {
      if (!isHeaded) console.log(csvTable([head]))
      isHeaded = true
      console.log(lineOf(request))
    }
  } finally {
    signals.release()
  }
  if (!stop.signal.aborted) console.error(`${url} has ended: no more requests follow.`)
  return 0
}

/** The cells of one request. Long ones are cut: the whole is in JSON. */
function cellsOf(request: LoggedRequest): readonly string[] {
  const { at, actor, operation, method, path, args, status, code, rule, fault, note } = request
  const call =
    operation === undefined
      ? `${method} ${path}`
      : `${operation}(${(args ?? []).map((arg) => JSON.stringify(arg)).join(', ')})`
  const notes = [fault && faultText(fault), note].filter(Boolean).join('; ')
  const cells = [at, actor, call, String(status), code, rule, notes]
  return cells.map((cell = '') => cut(cell, 120))
}
