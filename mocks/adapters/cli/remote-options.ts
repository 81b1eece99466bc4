import type { OptionSpec } from './command.ts'

/** The URL of `rolecall mock` without options. */
export const usualUrl = 'http://127.0.0.1:4010'

/** The options of a command that speaks to a running mock. */
export const remoteOptions = {
  url: { value: 'URL', text: `The URL of the running mock. Default: ${usualUrl}.` },
  session: {
    value: 'NAME',
    text: 'The named state to speak to, as the header X-Mock-Session. Default: the mock’s own.',
  },
} as const satisfies Record<string, OptionSpec>
