import { expect, test } from 'vitest'
import { servePdp } from '../pdp.ts'
import { check } from './checks.ts'
import { fixture } from './fixture.ts'

const wellKnown = '/.well-known/authzen-configuration'
const url = 'https://pdp.example'

const pdp = servePdp(fixture, { baseUrl: url })
const tenant = servePdp(fixture, { baseUrl: `${url}/tenant1` })

test(check('c-6-1'), async () => {
  expect((await pdp.send(wellKnown)).status).toBe(200)
  expect((await tenant.send(`${wellKnown}/tenant1`)).status).toBe(200)
})

test(check('c-6-2'), async () => {
  const { status, headers } = await pdp.send(wellKnown)
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
})

test(check('c-6-3'), async () => {
  expect((await pdp.send(wellKnown)).body).toMatchObject({
    policy_decision_point: url,
    access_evaluation_endpoint: `${url}/access/v1/evaluation`,
  })
})

test(check('c-6-4'), async () => {
  const { body } = await pdp.send(wellKnown)
  expect(body).toMatchObject({
    access_evaluations_endpoint: `${url}/access/v1/evaluations`,
    search_subject_endpoint: `${url}/access/v1/search/subject`,
    search_resource_endpoint: `${url}/access/v1/search/resource`,
    search_action_endpoint: `${url}/access/v1/search/action`,
  })
  expect(body).not.toHaveProperty('capabilities')
  expect(body).not.toHaveProperty('signed_metadata')
})

test(check('c-6-5'), async () => {
  for (const [one, base, path] of [
    [pdp, url, wellKnown],
    [tenant, `${url}/tenant1`, `${wellKnown}/tenant1`],
  ] as const) {
    const { body } = await one.send(path)
    expect(body).toHaveProperty('policy_decision_point', base)
    for (const value of Object.values(body ?? {})) {
      expect(new URL(String(value)).protocol).toBe('https:')
    }
  }
})

test(check('c-6-6'), async () => {
  const { body } = await pdp.send(wellKnown)
  for (const [name, endpoint] of Object.entries(body ?? {})) {
    if (name === 'policy_decision_point') continue
    const { pathname } = new URL(String(endpoint))
    // Without a token, a path that exists asks for one.
    expect((await pdp.send(pathname, { method: 'POST' })).status, pathname).toBe(401)
  }
})
