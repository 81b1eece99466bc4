import type { Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'
import { remoteOptions } from '../remote-options.ts'

/** Prints the requests that a running mock has answered. */
export const requests: Command = {
  summary: 'List the requests that a running mock has answered, with their answers’ codes.',
  options: {
    follow: { text: 'Print each request from now on, until Ctrl+C. JSON is then a line each.' },
    ...remoteOptions,
    ...formatOptions(['text', 'json', 'markdown', 'csv']),
  },
  example: 'rolecall requests --follow',
  async run(given) {
    const { showRequests } = await import('../remote/requests.ts')
    return showRequests(given)
  },
}
