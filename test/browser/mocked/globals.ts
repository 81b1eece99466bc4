import { createClient } from 'rolecall'
import { startMock } from 'rolecall/mocks/browser'
import { showPanel } from 'rolecall/mocks/panel'
import { allLevers } from './all-levers.ts'
import { showReactPanel } from './react-panel.ts'

const functions = { allLevers, createClient, showPanel, showReactPanel, startMock }

declare global {
  var rolecall: Readonly<typeof functions>
}

/** For the functions that tests run in the page. */
globalThis.rolecall = functions
