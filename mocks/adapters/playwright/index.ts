/**
 * The mock in Playwright: fixtures that give each test a state of its own, without a port or on one.
 *
 * @module rolecall/mocks/playwright
 */

export { type Fixtures, type MockFixtures, mockFixtures } from './mock-fixtures.ts'
export type { FixtureOptions, ServerFixtureOptions } from './options.ts'
export type { Fixture, Given, PageRequest, Route, Routed } from './pages.ts'
export {
  type ServerFixtures,
  serverFixtures,
  type ServerWorkerFixtures,
  type ServingFixtures,
} from './server-fixtures.ts'
