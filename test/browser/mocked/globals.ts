import { createClient } from 'rolecall'
import { startMock } from 'rolecall/mocks/browser'
import { allLevers } from './all-levers.ts'

const functions = { allLevers, createClient, startMock }

declare global {
  var rolecall: Readonly<typeof functions>
}

/** For the functions that tests run in the page. */
globalThis.rolecall = functions
