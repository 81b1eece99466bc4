import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createMock, type FaultRule } from 'rolecall/mocks'
import { expect, test, vi } from 'vitest'

setFlagsFromString('--expose-gc')

/** In a turn of its own: what the turn before still holds is not collected. */
const garbageIsCollected = () =>
  new Promise<void>((resolve) =>
    setImmediate(() => {
      runInNewContext('gc()')
      resolve()
    }),
  )

const waits: readonly FaultRule[] = [{ connection: 'stall' }, { latency: 100_000 }]

test.each(waits)('a call under %o hears its signal after a garbage collection', async (rule) => {
  const mock = createMock({ faults: { rules: [rule] } })
  const controller = new AbortController()
  const headers = { authorization: `Bearer ${mock.token('admin@acme.test')}` }
  const call = mock.fetch('/v1/me', { headers, signal: controller.signal })
  await vi.waitFor(() => expect(mock.requests).toHaveLength(1))
  await garbageIsCollected()
  await garbageIsCollected()
  controller.abort(new Error('enough'))
  await expect(call).rejects.toThrow('enough')
})
