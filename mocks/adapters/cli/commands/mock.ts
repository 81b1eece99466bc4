import type { Command } from '../command.ts'
import { platformOptions } from '../platform-options.ts'

/** Serves a mock until it is told to stop. */
export const mock: Command = {
  summary: 'Serve a mock of a platform that enforces its policy.',
  options: {
    ...platformOptions,
    values: {
      value: 'FILE',
      text: 'A Helm values file with auth.default_role, auth.default_team, auth.admins.',
    },
    port: { value: 'PORT', text: 'Default 4010; 0 takes any free one.' },
    host: { value: 'HOST', text: 'Default 127.0.0.1, which only this machine can reach.' },
    'allowed-hosts': {
      value: 'NAMES',
      text: 'Further names that it is reached by: mock.test,.dev.test',
    },
    'base-url': {
      value: 'URL',
      text: 'Where a proxy in front is found: https://corp.example/ai-platform or /api',
    },
    cors: {
      value: 'WHO',
      text: 'Front ends that may call it: loopback (default), any, off, or ORIGIN,ORIGIN',
    },
    seed: { value: 'TEXT', text: 'The same seed and calls give the same ids and times.' },
    hardened: { text: 'Nobody hands out a permission that they do not hold there.' },
  },
  example: 'rolecall mock --port 5000 --values values.yaml',
  async run(given) {
    // Help and version come at once: only who wants a mock waits for it to load.
    const { serveMock } = await import('../serve-mock.ts')
    return serveMock(given)
  },
}
