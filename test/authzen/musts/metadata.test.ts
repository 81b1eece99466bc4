import { describe, expect, test } from 'vitest'
import { servePdp } from '../pdp.ts'
import { must } from './must.ts'
import { question } from './question.ts'

const wellKnown = '/.well-known/authzen-configuration'

const pdp = servePdp()

/** As clients reach it by a proxy that ends TLS. */
const published = servePdp({}, { baseUrl: 'https://pdp.example' })
const tenant = servePdp({}, { baseUrl: 'https://pdp.example/tenant1' })

const metadataOf = async ({ send }: typeof pdp, path = wellKnown) => {
  const { status, headers, body } = await send(path)
  expect(status).toBe(200)
  return {
    headers,
    body: Object.entries(body ?? {}),
    parameters: new Map(Object.entries(body ?? {})),
  }
}

test(must('M-30'), async () => {
  const { parameters } = await metadataOf(published)
  expect(parameters.get('policy_decision_point')).toBe('https://pdp.example')
})

test(must('M-31'), async () => {
  const { parameters } = await metadataOf(published)
  expect(Object.fromEntries(parameters)).toEqual({
    policy_decision_point: 'https://pdp.example',
    access_evaluation_endpoint: 'https://pdp.example/access/v1/evaluation',
    access_evaluations_endpoint: 'https://pdp.example/access/v1/evaluations',
    search_subject_endpoint: 'https://pdp.example/access/v1/search/subject',
    search_resource_endpoint: 'https://pdp.example/access/v1/search/resource',
    search_action_endpoint: 'https://pdp.example/access/v1/search/action',
  })
})

test(must('M-32'), async () => {
  const { parameters } = await metadataOf(pdp)
  expect(parameters.has('signed_metadata')).toBe(false)
})

test(must('M-34'), async () => {
  const { parameters } = await metadataOf(tenant, `${wellKnown}/tenant1`)
  expect(parameters.get('policy_decision_point')).toBe('https://pdp.example/tenant1')
  expect(parameters.get('access_evaluation_endpoint')).toBe(
    'https://pdp.example/tenant1/access/v1/evaluation',
  )
  expect(await pdp.send(`${wellKnown}/tenant1`)).toMatchObject({ status: 404 })
})

test(must('M-35'), async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const { status, headers } = await pdp.send(wellKnown, { method })
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
})

test(must('M-36'), async () => {
  const { headers } = await metadataOf(pdp)
  expect(headers.get('content-type')).toMatch(/^application\/json(;|$)/)
})

test(must('M-37'), async () => {
  const { body } = await pdp.send(wellKnown)
  expect(body).toEqual(expect.objectContaining({ policy_decision_point: pdp.url }))
})

test(must('M-39'), async () => {
  for (const one of [pdp, published, tenant]) {
    const { parameters } = await metadataOf(one)
    for (const [name, value] of parameters) expect(value, name).toMatch(/./)
  }
})

test(must('M-40'), async () => {
  for (const one of [pdp, published]) {
    const { parameters } = await metadataOf(one)
    const identifier = one === pdp ? pdp.url : 'https://pdp.example'
    expect(parameters.get('policy_decision_point')).toBe(identifier)
  }
})

describe('what is served', () => {
  test(must('M-54'), async () => {
    const { parameters } = await metadataOf(pdp)
    expect(parameters.has('capabilities')).toBe(false)
  })

  test(must('M-55'), async () => {
    const { body } = await pdp.ask('evaluation', {
      ...question,
      context: { rolecall: { explain: true } },
    })
    expect(JSON.stringify([(await metadataOf(pdp)).body, body])).not.toContain(
      'urn:ietf:params:authzen',
    )
  })
})
