/**
 * A replay is about the resources of the first call: later resources with their keys make no difference.
 */
import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { as } from './ask.ts'

const key = { 'idempotency-key': 'once', 'x-request-id': 'again' }

/** People of a platform, by the first part of their e-mail address. */
const on = (policy: keyof typeof policies) => {
  const { mock } = acmeOf(policies[policy])
  return (name: string) => as(mock, `${name}@acme.test`)
}

/** A call about a resource that ends; who ends it; who reuses its key, hidden from the caller or not. */
const reused = [
  {
    policy: 'bigml',
    caller: 'contractor',
    call: ['PATCH /v1/projects/churn', { name: 'Churn' }],
    end: ['lead', 'DELETE /v1/projects/churn'],
    hidden: ['manager', 'POST /v1/projects', { key: 'churn', private: true }],
    visible: ['manager', 'POST /v1/projects', { key: 'churn' }],
  },
  {
    policy: 'bigml',
    caller: 'labeler',
    call: ['POST /v1/artifacts', { kind: 'dataset', name: 'Rows', project: 'churn' }],
    end: ['lead', 'DELETE /v1/projects/churn'],
    hidden: ['manager', 'POST /v1/projects', { key: 'churn', private: true }],
    visible: ['manager', 'POST /v1/projects', { key: 'churn' }],
  },
  {
    policy: 'ica',
    caller: 'lead',
    call: ['PATCH /v1/projects/trials', { name: 'Trials' }],
    end: ['lead', 'DELETE /v1/projects/trials'],
    hidden: ['stranger', 'POST /v1/projects', { key: 'trials' }],
    visible: ['lead', 'POST /v1/projects', { key: 'trials' }],
  },
  {
    policy: 'adaptive',
    caller: 'lead',
    call: ['DELETE /v1/projects/churn', undefined],
    end: undefined,
    hidden: ['archivist', 'POST /v1/projects', { key: 'churn', team: 'legacy' }],
    visible: ['lead', 'POST /v1/projects', { key: 'churn', team: 'research' }],
  },
] as const

describe.each(reused)('on $policy, a replay of $call.0 by $caller', (given) => {
  const { policy, caller, call, end } = given
  type Step = readonly [who: string, line: string, body?: unknown]

  /** The answer of the replay after somebody reuses the key, if anybody does. */
  const repeatAfter = async (again?: Step) => {
    const by = on(policy)
    const take = async ([who, line, body]: Step) => {
      expect((await by(who)(line, body)).status, line).toBeLessThan(300)
    }
    const [line, sent] = call
    const repeat = () => by(caller)(line, sent, key)
    expect((await repeat()).status).toBeLessThan(300)
    if (end) await take(end)
    if (again) await take(again)
    const state = JSON.stringify(await by('admin')('GET /v1/projects?limit=200'))
    const { status, headers, body } = await repeat()
    expect(JSON.stringify(await by('admin')('GET /v1/projects?limit=200'))).toBe(state)
    return { status, headers: [...headers], body: JSON.stringify(body) }
  }

  test('is answered as before when its resource is gone', async () => {
    const { status, headers } = await repeatAfter()
    expect(status).toBeLessThan(300)
    expect(headers).toContainEqual(['idempotency-replayed', 'true'])
  })

  test.each(['hidden', 'visible'] as const)('and the same with its key reused, %s', async (how) => {
    expect(await repeatAfter(given[how])).toEqual(await repeatAfter())
  })
})

test('about a resource hidden and gone reveals nothing of a new one under its key', async () => {
  const repeatAfter = async (again?: object) => {
    const by = on('ica')
    const rename = () => by('lead')('PATCH /v1/projects/exomes', { name: 'Mine' }, key)
    await by('lead')('POST /v1/projects', { key: 'exomes' })
    expect((await rename()).status).toBe(200)
    await by('lead')('POST /v1/projects/exomes/transfer-ownership', { to: 'owner@acme.test' })
    const hidden = await rename()
    await by('owner')('DELETE /v1/projects/exomes')
    if (again) await by('lead')('POST /v1/projects', again)
    const { status, body } = await rename()
    expect([status, body]).toEqual([404, hidden.body])
    const { body: now } = await by('lead')('GET /v1/projects/exomes')
    return { body: JSON.stringify(body), name: now.name }
  }
  const free = await repeatAfter()
  const taken = await repeatAfter({ key: 'exomes', name: 'New' })
  expect([free.name, taken.name]).toEqual([undefined, 'New'])
  expect(taken.body).toBe(free.body)
})
