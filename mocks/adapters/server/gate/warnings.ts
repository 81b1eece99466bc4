import type { Origins } from './cors.ts'
import { type Hosts, isEverywhere, isLocal, type Listening } from './hosts.ts'

/** Warnings about options that let more than this machine in, with their consequences. */
export function warningsOf(
  listening: Listening,
  { text }: Hosts,
  { open }: Origins,
): readonly string[] {
  const place = isEverywhere(listening)
    ? `${listening.host}, every address of this machine`
    : `${listening.host}, which other machines can reach`
  return [
    ...(isLocal(listening)
      ? []
      : [
          `The mock listens on ${place}. Anyone on its networks can sign in as any user, by name alone, and read and change everything. Requests must name one of these hosts: ${text}.`,
        ]),
    ...(open
      ? [
          'cors lets every web page call the API. Pages of other machines can’t sign in, but mocks with the same seed have the same tokens: set a seed of your own.',
        ]
      : []),
  ]
}
