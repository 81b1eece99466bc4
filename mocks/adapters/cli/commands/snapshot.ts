import type { Command } from '../command.ts'
import { formatOptions } from '../format/format.ts'
import { remoteOptions } from '../remote-options.ts'

/** Prints the state of a running mock. */
export const snapshot: Command = {
  summary: 'Print the whole state of a running mock as JSON, or write it to a file.',
  options: {
    out: { value: 'FILE', text: 'The file to write, in place of printing.', file: true },
    'no-secrets': { text: 'Leave out kept answers, keys and values of tokens, to share it.' },
    ...remoteOptions,
    ...formatOptions(['json']),
  },
  example: 'rolecall snapshot --no-secrets --out shared.json',
  async run(given) {
    const { takeSnapshot } = await import('../remote/snapshot.ts')
    return takeSnapshot(given)
  },
}
