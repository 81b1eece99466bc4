import { createClient } from 'rolecall'
import { startMock } from 'rolecall/mocks/browser'

declare global {
  var rolecall: { readonly createClient: typeof createClient; readonly startMock: typeof startMock }
}

/** For the functions that tests run in the page. */
globalThis.rolecall = { createClient, startMock }
