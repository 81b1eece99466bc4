import { ConfigurationError } from 'rolecall/mocks'
import { startMock } from 'rolecall/mocks/browser'
import { handlers } from 'rolecall/mocks/msw'
import { mockFixtures, serverFixtures } from 'rolecall/mocks/playwright'
import { type MockServer, serve } from 'rolecall/mocks/server'
import { rolecall } from 'rolecall/mocks/vite'
import { readPanel } from '../../../mocks/adapters/panel/options.ts'
import { baseUrl, call, mock, type Taker } from './taker.ts'

/** Functions that put a mock behind MSW, on a port, in a page or under Playwright. */
export const ofTheAdapters: Readonly<Record<string, Taker>> = {
  handlers: {
    error: ConfigurationError,
    right: { baseUrl },
    typo: ['baseURL', 'baseUrl'],
    wrong: { baseUrl: [undefined, 5, 'nowhere', `${baseUrl}/?a=1`, null, {}] },
    required: true,
    call: (options) => call(handlers, mock, options),
  },
  serve: {
    error: ConfigurationError,
    right: { port: 0, cors: false },
    typo: ['prot', 'port'],
    wrong: {
      port: ['4010', -1, 70_000, Number.NaN, null, {}],
      host: [5, '', {}, null],
      cors: ['all', 5, {}, null, ['nowhere']],
      allowedHosts: ['mock.test', 5, [5], {}, null],
    },
    call: async (options) => {
      const server: MockServer = await Reflect.apply(serve, undefined, [mock, options])
      await server.close()
    },
  },
  "server.close's options": {
    error: ConfigurationError,
    right: { grace: 0 },
    typo: ['grase', 'grace'],
    wrong: { grace: ['5s', -1, Number.NaN, null, {}] },
    call: async (options) => {
      await using server: MockServer = await serve(mock, { port: 0 })
      await Reflect.apply(server.close, server, [options])
    },
  },
  startMock: {
    error: ConfigurationError,
    right: { baseUrl, policy: 'bigml', persist: 'mine' },
    typo: ['persit', 'persist'],
    wrong: {
      persist: [5, '', {}, null],
      handlers: [{}, 'all', null],
      workerUrl: [5, '', {}, null],
    },
    required: true,
    call: async (options) => {
      const started: Promise<unknown> = Reflect.apply(startMock, undefined, [options])
      // Options are checked first.
      await started.catch((error: unknown) => {
        if (!String(error).includes('needs a page')) throw error
      })
    },
  },
  mockFixtures: {
    error: ConfigurationError,
    right: { baseUrl: '/api', policy: 'bigml' },
    typo: ['baseURL', 'baseUrl'],
    wrong: { baseUrl: [undefined, 5, 'nowhere', null, {}] },
    required: true,
    call: (options) => call(mockFixtures, options),
  },
  serverFixtures: {
    error: ConfigurationError,
    right: { policy: 'bigml' },
    typo: ['polcy', 'policy'],
    // Beside a mock that runs already, no other option has an effect.
    wrong: { url: [5, 'nowhere', null, {}, baseUrl] },
    call: (options) => call(serverFixtures, options),
  },
  'rolecall of the plugin for Vite': {
    error: ConfigurationError,
    right: { baseUrl: '/api', policy: 'bigml', persist: false },
    typo: ['baseURL', 'baseUrl'],
    wrong: {
      baseUrl: [5, 'api', baseUrl, null, {}],
      persist: [5, '', {}, null],
      console: [1, 'yes', null],
    },
    call: (options) => call(rolecall, options),
  },
  showPanel: {
    error: ConfigurationError,
    right: { mock, baseUrl, url: 'https://app.example/__rolecall/' },
    typo: ['baseURL', 'baseUrl'],
    wrong: {
      mock: [5, {}, null, 'mock'],
      baseUrl: [5, '', 'ftp://platform.example', null, {}],
      url: [5, '', 'https://other.example/', null, {}],
    },
    // A panel needs a page: its options alone are read.
    call: (options) => call(readPanel, options, 'https://app.example/'),
  },
}
