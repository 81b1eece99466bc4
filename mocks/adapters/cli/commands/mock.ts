import type { Command } from '../command.ts'
import { explanations } from '../explanations.ts'
import { paces } from '../paces.ts'
import { platformOptions } from '../platform-options.ts'

/** Serves a mock until Ctrl+C. */
export const mock: Command = {
  summary: 'Serve a mock of a platform that enforces its policy.',
  options: {
    ...platformOptions,
    values: {
      value: 'FILE',
      text: 'A Helm values file with auth.default_role, auth.default_team, auth.admins.',
      file: true,
    },
    port: { value: 'PORT', text: 'The port; 0 takes any free one. Default: 4010.' },
    host: {
      value: 'HOST',
      text: 'The address to listen on. Default: 127.0.0.1, for this machine only.',
    },
    'allowed-hosts': {
      value: 'NAMES',
      values: 'NAME,NAME',
      text: 'Further host names that requests may use: mock.test,.dev.test',
    },
    url: {
      value: 'URL',
      formerly: 'base-url',
      text: 'The URL by which clients reach it, if a proxy stands in front: https://corp.example/ai-platform or /api. Default: its own.',
    },
    cors: {
      value: 'WHO',
      values: 'ORIGIN,ORIGIN',
      text: 'Front ends that may call it: loopback, any, off or ORIGIN,ORIGIN. Default: loopback.',
      known: ['loopback', 'any', 'off'],
    },
    seed: { value: 'TEXT', text: 'The same seed and calls give the same ids, tokens and times.' },
    hardened: { text: 'Let nobody hand out a permission that they don’t hold there.' },
    explain: {
      value: 'LEVEL',
      text: 'How much of a decision users hear who may not list users: all, missing or nothing. Default: all.',
      known: Object.keys(explanations),
    },
    docs: {
      value: 'URL',
      text: 'Where the rules are published, for the ruleUrl of decisions. Default: the server’s own pages.',
    },
    faults: {
      value: 'FILE',
      text: 'A plan of faults, as a JSON file: which calls are slow or fail.',
      file: true,
    },
    latency: {
      value: 'MS',
      text: 'Delay every answer by so many milliseconds, with or without a plan.',
    },
    clock: {
      value: 'PACE',
      text: 'What moves the clock: each change by a second, real time, or nothing (frozen). Default: change; real if a plan of --faults limits rates.',
      known: Object.keys(paces),
    },
    data: {
      value: 'FILE',
      text: 'Keep the state in this file, and go on from it at the next start.',
      file: true,
    },
    reset: { text: 'Begin anew, and overwrite the state in the file of --data.' },
    watch: { text: 'Put the policy in force anew whenever the file of --policy is saved.' },
    open: { text: 'Open the page of the mock in your browser.' },
    quiet: { text: 'Print the URL alone.' },
  },
  example: 'rolecall mock --port 5000 --values values.yaml',
  async run(given) {
    // Loaded here, so help and version come at once.
    const { serveMock } = await import('../serve-mock.ts')
    return serveMock(given)
  },
}
