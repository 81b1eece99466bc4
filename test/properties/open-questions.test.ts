import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resourceOf } from '../conformance/resource.ts'
import { acme } from '../support/acme.ts'
import { anyCall, anyone } from './calls.ts'
import { runs, timeout } from './runs.ts'
import { send, succeeded } from './send.ts'

test(
  'yes and no without arguments hold for whatever arguments come',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyone, anyCall, async (by, call) => {
        const { as, mock } = acme()
        const { context } = await as('admin').access.evaluate({
          subject: { type: 'user', id: by },
          action: { name: call.operation },
          resource: resourceOf(call),
          context: { explain: true },
        })
        const answer = await send(mock, by, call)
        const text = `${context?.text} ${answer.body}`
        if (context?.outcome === 'no') expect(succeeded(answer), text).toBe(false)
        if (context?.outcome === 'yes') {
          // What the platform does not offer at all is no question of who may do it.
          const isDenied = answer.decision?.code === 'permission_denied'
          expect(isDenied, text).toBe(false)
        }
      }),
      runs(600),
    )
  },
  timeout,
)

test(
  'access.searchActions lists what evaluates to yes, and nothing else',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyone, anyCall, async (by, call) => {
        const { access } = acme().as('admin')
        const about = { subject: { type: 'user', id: by }, resource: resourceOf(call) }
        const { decision } = await access.evaluate({ ...about, action: { name: call.operation } })
        const { results } = await access.searchActions({ ...about, page: { limit: 200 } })
        expect(results.some(({ name }) => name === call.operation)).toBe(decision)
      }),
      runs(300),
    )
  },
  timeout,
)
