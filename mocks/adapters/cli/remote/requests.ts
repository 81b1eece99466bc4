import { isRecord } from '../../../../src/core/base/kind-of.ts'
import { printable } from '../../../../src/core/base/printable.ts'
import { alignColumns } from '../../../../src/core/base/align-columns.ts'
import { cut } from '../../../shared/brief.ts'
import { ConfigurationError } from '../../../shared/configuration-error.ts'
import type { Given } from '../command.ts'
import { csvTable, jsonText, markdownTable, readFormat } from '../format/format.ts'
import { stopSignals } from '../signals.ts'
import { ask, notOfMock, type Remote, readRemote } from './remote.ts'

/** A request of the log, as JSON. */
type Logged = Readonly<Record<string, unknown>>

const head = ['time', 'actor', 'call', 'status', 'code', 'rule', 'note']

/** Prints the requests that a running mock has answered; with `--follow` those that follow, until Ctrl+C. */
export async function showRequests(given: Given): Promise<number> {
  const remote = readRemote(given)
  if (given.has('follow')) return follow(remote, readFormat(given, ['text', 'json', 'csv']))
  const format = readFormat(given, ['text', 'json', 'markdown', 'csv'])
  const answer: unknown = await (await ask(remote, 'requests', {})).json()
  if (!isRecord(answer) || !Array.isArray(answer.data))
    throw new ConfigurationError(notOfMock(remote))
  const requests = answer.data.filter(isRecord)
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

/** Prints each request as it is answered, on a line of its own. Ends when the mock does. */
async function follow(remote: Remote, format: 'text' | 'json' | 'csv'): Promise<number> {
  const signals = stopSignals()
  const stop = new AbortController()
  void signals.first.then(() => stop.abort())
  try {
    const { body } = await ask(remote, 'requests/stream', { signal: stop.signal })
    if (body === null) throw new ConfigurationError(notOfMock(remote))
    if (format === 'csv') console.log(csvTable([head]))
    for await (const line of linesOf(body)) {
      const request: unknown = JSON.parse(line)
      if (!isRecord(request)) throw new ConfigurationError(notOfMock(remote))
      const formats = {
        text: () =>
          cellsOf(request)
            .filter(Boolean)
            .map((cell) => printable(cell))
            .join('  '),
        json: () => printable(line),
        csv: () => csvTable([cellsOf(request)]),
      }
      console.log(formats[format]())
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error
  } finally {
    signals.release()
  }
  return 0
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
}

/** The cells of one request. Long ones are cut: the whole is in JSON. */
function cellsOf(request: Logged): readonly string[] {
  const { at, actor, operation, method, path, args, status, code, rule, note } = request
  const call =
    typeof operation === 'string'
      ? `${operation}(${Array.isArray(args) ? args.map((arg) => JSON.stringify(arg)).join(', ') : ''})`
      : `${text(method)} ${text(path)}`
  return [at, actor, call, status, code, rule, note].map((cell) => cut(text(cell), 120))
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
