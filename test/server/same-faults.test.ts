import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, onTestFinished, test } from 'vitest'
import { everyFault, played } from '../support/seeded-calls.ts'

// Without it, a server gives decisions the addresses of its own pages.
const docs = 'https://platform.example/rules/'

test('the same plan, seed and calls give the same faults in process and over HTTP', async () => {
  const inProcess = createMock({ faults: everyFault, docs })
  const served = createMock({ faults: everyFault, docs })
  const server = await serve(served, { port: 0 })
  onTestFinished(() => server.close())

  const here = await played(inProcess, 500, (path, init) => inProcess.fetch(path, init))
  const there = await played(served, 500, (path, init) => fetch(`${server.url}${path}`, init))

  expect(there.seen).toEqual(here.seen)
  expect(there.log).toEqual(here.log)
  expect(there.state).toBe(here.state)
  const struck = new Set(here.log.flatMap(({ fault }) => fault?.rules ?? []))
  expect([...struck].toSorted((a, b) => a - b)).toEqual(everyFault.rules.map((_, index) => index))
})
