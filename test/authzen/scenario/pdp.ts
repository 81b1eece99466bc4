import { expect } from 'vitest'
import { type Endpoint, type Pdp, servePdp } from '../pdp.ts'
import { fixture } from './fixture.ts'

/** A policy decision point with the fixture. */
interface FixturePdp extends Pick<Pdp, 'ask'> {
  /** The body of the answer to a question, which must be answered with 200. */
  bodyOf(endpoint: Endpoint, question: object): Promise<unknown>
}

/** A mock with the fixture on a free port while the tests of this file run. */
export function serveFixture(): FixturePdp {
  const pdp = servePdp(fixture)
  return {
    ask: pdp.ask,
    async bodyOf(endpoint, question) {
      const { status, body } = await pdp.ask(endpoint, question)
      expect(status, JSON.stringify([question, body])).toBe(200)
      return body
    },
  }
}
