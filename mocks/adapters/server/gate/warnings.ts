import type { Origins } from './cors.ts'
import { type Hosts, isEverywhere, isLocal, type Listening } from './hosts.ts'

/** Says what lets in more than this machine, and what that means. */
export function warningsOf(
  listening: Listening,
  { text }: Hosts,
  { open }: Origins,
): readonly string[] {
  const place = isEverywhere(listening)
    ? `${listening.host}, every address of this machine`
    : `${listening.host}, which others can reach`
  return [
    ...(isLocal(listening)
      ? []
      : [
          `The mock listens on ${place}. Anybody on its networks can sign in as anyone, by name alone, and read and change everything. Requests must name one of these hosts: ${text}.`,
        ]),
    ...(open
      ? [
          'cors lets every web page call the API. Pages of other machines can’t sign in, but mocks of the same seed have the same tokens: give a seed of your own.',
        ]
      : []),
  ]
}
