import { expect, test } from 'vitest'
import { check } from './checks.ts'
import {
  active,
  admin,
  alice,
  archived,
  bob,
  context,
  first,
  question,
  read,
  second,
  write,
} from './fixture.ts'
import { serveFixture } from './pdp.ts'

const pdp = serveFixture()

const answersTo = (batch: object) => pdp.bodyOf('evaluations', batch)

/** Requires the decisions, in order, and nothing beside them. */
const decides = async (batch: object, ...decisions: readonly unknown[]) => {
  expect(await answersTo(batch)).toEqual({
    evaluations: decisions.map((decision) => ({ decision })),
  })
}

const either = expect.any(Boolean)
const reading = { subject: alice, action: read }
const twice = { subject: bob, resource: first, evaluations: [{ action: read }, { action: write }] }

test(check('c-3-1'), () => decides(twice, true, false))

test(check('c-3-2-1'), () =>
  decides({ ...reading, evaluations: [{ resource: first }, { resource: second }] }, either, either),
)

test(check('c-3-2-2'), () => decides(twice, true, false))

test(check('c-3-2-3'), () => {
  const evaluations = [{ resource: active }, { resource: archived }]
  return decides({ subject: alice, action: write, evaluations }, true, false)
})

test(check('c-3-2-4'), () => {
  const evaluations = [{ subject: alice }, { subject: admin }]
  return decides({ action: write, resource: archived, evaluations }, false, true)
})

test(check('c-3-2-5'), () => {
  const evaluations = [question, { subject: bob, action: write, resource: first }]
  return decides({ evaluations }, true, false)
})

test(check('c-3-2-6'), () => {
  const evaluations = [
    { resource: first },
    { resource: second, context: { time: context.time, source: 'its own' } },
  ]
  return decides({ ...reading, context, evaluations }, either, either)
})

test(check('c-3-2-7'), () => {
  const evaluations = [{}, { resource: archived }]
  return decides({ subject: alice, action: write, resource: active, evaluations }, true, false)
})

test(check('c-3-3-1'), async () => {
  for (const count of [1, 2, 20]) {
    const evaluations = Array.from({ length: count }, () => ({ resource: first }))
    await decides({ ...reading, evaluations }, ...evaluations.map(() => true))
  }
})

test(check('c-3-3-2'), async () => {
  const evaluations = [{ action: write }, { action: read }, { action: write }]
  await decides({ ...twice, evaluations }, false, true, false)
})

test(check('c-3-3-3'), () =>
  decides(
    { ...reading, evaluations: [first, second].map((resource) => ({ resource })) },
    either,
    either,
  ),
)

test(check('c-3-3-4'), async () => {
  expect(await answersTo(twice)).not.toHaveProperty('decision')
})

test(check('c-3-4-1'), async () => {
  const options = { evaluations_semantic: 'execute_all' }
  const evaluations = [
    { resource: first },
    {},
    { resource: { type: 'record' } },
    { resource: first },
  ]
  const body = await answersTo({ ...reading, options, evaluations })
  expect(body).toEqual({
    evaluations: [
      { decision: true },
      { decision: false, context: expect.any(Object) },
      { decision: false, context: expect.any(Object) },
      { decision: true },
    ],
  })
})

test(check('c-3-4-2'), async () => {
  expect(await answersTo(question)).toEqual({ decision: true })
})

test(check('c-3-4-3'), async () => {
  expect(await answersTo({ ...question, evaluations: [] })).toEqual({ decision: true })
})
