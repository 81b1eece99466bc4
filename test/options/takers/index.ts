import { ofTheAdapters } from './adapters.ts'
import { ofTheClient } from './client.ts'
import { ofTheControl } from './control.ts'
import { ofTheMock } from './mock.ts'
import type { Taker } from './taker.ts'
import { ofVitest } from './vitest.ts'

export type { Taker } from './taker.ts'

/** Every function that takes an options object, by its public name. */
export const takers: Readonly<Record<string, Taker>> = {
  ...ofTheClient,
  ...ofTheMock,
  ...ofTheAdapters,
  ...ofTheControl,
  ...ofVitest,
}
