import { expect, test } from 'vitest'
import { servePdp } from '../pdp.ts'
import { must } from './must.ts'
import { allowed, denied, noStrings, question, resource, subject, without } from './question.ts'

const pdp = servePdp()

/** Requires a 400 for the question with the attribute missing, null or of another type. */
async function refusesWithout(part: 'subject' | 'action' | 'resource', key: string) {
  for (const value of noStrings) {
    const faulty = { ...question, [part]: { ...question[part], [key]: value } }
    expect(await pdp.ask('evaluation', faulty), `${part}.${key} ${value}`).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: `/${part}/${key}` }] },
    })
  }
}

const additions = { rolecall: { explain: true, args: [] }, explain: true, args: 'mine' }

test(must('M-01'), async () => {
  const plain = await pdp.ask('evaluation', { ...question, action: denied })
  expect(plain.body).toEqual({ decision: false })
  const more = await pdp.ask('evaluation', { ...question, context: additions })
  expect(more.body).toMatchObject({ decision: true, context: { allowed: true } })
})

test(must('M-02'), () => refusesWithout('subject', 'type'))
test(must('M-03'), () => refusesWithout('subject', 'id'))
test(must('M-04'), () => refusesWithout('resource', 'type'))
test(must('M-05'), () => refusesWithout('resource', 'id'))
test(must('M-06'), () => refusesWithout('action', 'name'))

const unknown = [
  { ...question, action: { name: 'no_such_action' } },
  { ...question, subject: { type: 'spaceship', id: '1' } },
  { ...question, subject: { type: 'user', id: 'nobody@acme.test' } },
  { ...question, resource: { type: 'planet', id: 'mars' } },
  { ...question, resource: { type: 'project', id: 'nowhere' } },
]

test(must('M-07'), async () => {
  expect((await pdp.ask('evaluation', question)).body).toEqual({ decision: true })
  for (const one of [{ ...question, action: denied }, ...unknown]) {
    const { status, body } = await pdp.ask('evaluation', one)
    expect([status, body], JSON.stringify(one)).toEqual([200, { decision: false }])
  }
})

test(must('M-08'), async () => {
  const { body } = await pdp.ask('evaluation', { ...question, action: denied })
  expect(body).toEqual({ decision: false })
  const lead = pdp.mock.client({ as: subject.id })
  await expect(lead.roles.create({ key: 'mine', permissions: [] })).rejects.toMatchObject({
    status: 403,
  })
})

const parts = [
  ['M-09', 'subject'],
  ['M-10', 'action'],
  ['M-11', 'resource'],
] as const
for (const [id, part] of parts) {
  test(must(id), async () => {
    for (const faulty of [without(question, part), { ...question, [part]: 'text' }]) {
      expect(await pdp.ask('evaluation', faulty)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: `/${part}` }] },
      })
    }
  })
}

test(must('M-12'), async () => {
  const { status, body } = await pdp.ask('evaluations', {
    subject,
    evaluations: [
      { action: allowed, resource },
      { action: allowed },
      { resource },
      { action: denied, resource, subject: { type: 'user', id: 'admin@acme.test' } },
    ],
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    evaluations: [
      { decision: true },
      { decision: false, context: { error: { status: 400 } } },
      { decision: false, context: { error: { status: 400 } } },
      { decision: true },
    ],
  })
  for (const part of ['subject', 'action', 'resource']) {
    const { status } = await pdp.ask('evaluations', { ...without(question, part), evaluations: [] })
    expect(status).toBe(400)
  }
})
