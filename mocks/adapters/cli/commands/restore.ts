import type { Command } from '../command.ts'
import { remoteOptions } from '../remote-options.ts'

/** Takes a running mock to the state in a file. */
export const restore: Command = {
  summary: 'Take a running mock to the state that a snapshot holds.',
  takes: [
    { value: 'FILE', needed: 'Name the file that rolecall snapshot has written.', file: true },
  ],
  options: remoteOptions,
  example: 'rolecall restore shared.json',
  async run(given, words) {
    const { restoreSnapshot } = await import('../remote/snapshot.ts')
    return restoreSnapshot(given, words)
  },
}
