/** Law: a property has one value everywhere: in questions, with reasons or not, in batches and searches, as a model says. */
import fc from 'fast-check'
import type { Client } from 'rolecall'
import { createMock, type Scenario } from 'rolecall/mocks'
import { definePolicy, type Policy } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { house, records } from '../support/records.ts'
import { runs, shared, timeout } from './runs.ts'

type Leaf = Extract<Policy['rules'][string]['require'], { property: string }>
type Properties = Readonly<Record<string, unknown>>
type Part = 'subject' | 'resource' | 'action'
type Stated = Partial<Readonly<Record<Part, Properties>>>

const scalar = fc.constantFrom<(string | number | boolean)[]>('a', 'b', '1', 1, 0, true, false, '')
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.constant(null))
const properties: fc.Arbitrary<Properties> = fc.dictionary(
  fc.constantFrom('p', 'q'),
  fc.oneof(value, fc.record({ r: value }, { requiredKeys: [] })),
  { maxKeys: 2 },
)
const leaf: fc.Arbitrary<Leaf> = fc
  .record({
    part: fc.constantFrom<Part[]>('subject', 'resource', 'action'),
    path: fc.constantFrom('p', 'q', 'p.r', 'q.r'),
    is: fc.oneof(scalar, fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 })),
    open: fc.boolean(),
  })
  .map(({ part, path, is, open }) => ({
    property: `${part}.${path}` as const,
    is,
    ...(open && { fromQuestion: true as const }),
  }))
const stated: fc.Arbitrary<Stated> = fc.record(
  { subject: properties, resource: properties, action: properties },
  { requiredKeys: [] },
)

/** Who asks: an enforcement point, the person, or somebody else. */
const asker = fc.constantFrom('point', 'oneself', 'another')

/** Whether the leaf is met, worked out from the language's own words. */
function model(one: Leaf, asked: Stated, own: Stated, by: string): boolean {
  const [part = '', name = '', inner] = one.property.split('.')
  const counts = by === 'point' || (by === 'oneself' && one.fromQuestion === true)
  const told: unknown = Reflect.get(asked, part)
  const has = counts && isRecord(told) && Object.keys(told).includes(name)
  const from: unknown = has ? told : Reflect.get(own, part)
  const whole = isRecord(from) ? from[name] : undefined
  const found = inner === undefined ? whole : isRecord(whole) ? whole[inner] : undefined
  const wanted: readonly unknown[] = Array.isArray(one.is) ? one.is : [one.is]
  const values: readonly unknown[] = Array.isArray(found) ? found : [found]
  return values.some((each) => wanted.some((will) => will === each))
}

const rule = (require: Leaf) =>
  ({ id: 'RE-10', text: 'By a property.', require, origin: 'documented' }) as const

/** Questions about one policy and scenario: making these takes longest. */
const perRun = 5

const questions = fc.array(fc.tuple(stated, asker), { minLength: perRun, maxLength: perRun })

test(
  'a property is read in one order',
  async () => {
    await fc.assert(
      fc.asyncProperty(leaf, properties, properties, questions, async (one, ...drawn) => {
        const [ofAlice, ofHamlet, all] = drawn
        const [admin, alice] = house.users
        const [hamlet] = house.artifacts
        const scenario: Scenario = {
          ...house,
          users: [admin, { ...alice, properties: ofAlice }],
          artifacts: [{ ...hamlet, properties: ofHamlet }],
        }
        const policy = definePolicy({
          ...records,
          // Everybody gets the record: who does not is told no about others.
          kinds: { record: { ...records.kinds.record, get: 'see' } },
          rules: { ...records.rules, read: rule(one) },
        })
        const mock = createMock({ policy, scenario })
        for (const [asked, by] of all) {
          const as = by === 'oneself' ? alice.email : admin.email
          const { access } = mock.client(by === 'point' ? { enforcementPoint: true } : { as })
          const expected = (told: Stated) =>
            model(one, told, { subject: ofAlice, resource: ofHamlet }, by)
          await expectAgreement(access, asked, expected)
        }
      }),
      runs({ cases: shared, perRun }),
    )
  },
  timeout,
)

/** Asks in every way, and compares the answers with the model’s. */
async function expectAgreement(
  access: Client['access'],
  asked: Stated,
  expected: (told: Stated) => boolean,
): Promise<void> {
  const withIts = (part: Part) => (asked[part] ? { properties: { ...asked[part] } } : {})
  const subject = { type: 'user', id: 'alice', ...withIts('subject') }
  const action = { name: 'read', ...withIts('action') }
  const resource = { type: 'record', id: '101', ...withIts('resource') }
  const question = { subject, action, resource }
  const is = expected(asked)

  const explained = await access.evaluate({ ...question, context: { rolecall: { explain: true } } })
  expect([explained.decision, explained.context?.allowed]).toEqual([is, is])
  expect((await access.evaluate(question)).decision).toBe(is)
  const batch = await access.evaluateAll({ ...question, evaluations: [{}, {}] })
  expect(batch.evaluations?.map(({ decision }) => decision)).toEqual([is, is])

  // What is searched for has its own properties alone.
  const actions = await access.searchActions({ subject, resource })
  const { action: _, ...ofNoAction } = asked
  expect(actions.results.some(({ name }) => name === 'read')).toBe(expected(ofNoAction))
  const things = await access.searchResources({ subject, action, resource: { type: 'record' } })
  const { resource: __, ...ofNoResource } = asked
  expect(things.results.length === 1).toBe(expected(ofNoResource))
  const people = await access.searchSubjects({ subject: { type: 'user' }, action, resource })
  const { subject: ___, ...ofNoSubject } = asked
  expect(people.results.some(({ id }) => id === 'alice')).toBe(expected(ofNoSubject))
}
