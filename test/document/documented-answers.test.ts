/**
 * Law: every answer over HTTP is as the document says, whatever was asked. A request with a fault is
 * refused with a problem that names it; what was created can be read, what was deleted can't.
 */
import { createMock, type Mock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import { anyRequest } from './support/any-request.ts'
import { Connection } from './support/exchange.ts'
import { namesOn } from './support/names.ts'
import { search } from './support/search.ts'

const { ROLECALL_PROPERTY_RUNS: share = '1', ROLECALL_PROPERTY_SEED: seed = '1' } = process.env

const all = Object.values<Policy>(policies)

describe.each(all)('on $name', (policy) => {
  test('every request gets a documented answer', async () => {
    const mock: Mock = createMock({ policy })
    await using server = await serve(mock, { port: 0 })
    using connection = new Connection(Number(new URL(server.url).port))
    const requests = anyRequest(await namesOn(mock))
    const findings = await search({ mock, connection }, requests, {
      count: 1000 * Number(share),
      seed: Number(seed),
      salt: all.indexOf(policy),
    })
    const texts = findings.map(
      (one) => `${one.message}\nTo repeat it first: ROLECALL_PROPERTY_SEED=${one.seed}\n`,
    )
    expect(texts.join('\n')).toBe('')
  })
})
