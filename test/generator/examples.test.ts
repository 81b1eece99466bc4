import { createMock } from 'rolecall/mocks'
import { policies } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { requestsOf, responsesOf } from '../../mocks/generated/validators.js'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { operations } from '../../src/generated/operations.ts'
import { contained } from '../support/contained.ts'
import { type NamedExample, namedExamples } from '../support/named-examples.ts'

const examples = namedExamples()
const find = (operation: string, name: string) =>
  examples.find((one) => one.operation === operation && one.name === name)

/** Sends an example to a new mock, after the example that it names. */
async function send(example: NamedExample) {
  const mock = createMock({ policy: example.policy })
  const before = example.after?.split('#') ?? []
  const first = find(before[0] ?? '', before[1] ?? '')
  const ask = ({ caller, target, ...init }: NamedExample) =>
    mock.fetch(`http://127.0.0.1:4010${target}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${mock.token(caller)}` },
    })
  if (first) expect((await ask(first)).ok).toBe(true)
  const answer = await ask(example)
  const text = await answer.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: answer.status, body }
}

test.each(examples.map((one) => [one.operation, one.name, one] as const))(
  '%s, %s: the mock answers as the document shows',
  async (operation, _, example) => {
    if (!isOperation(operation)) throw new Error(`There is no operation ${operation}.`)
    const { status, body } = await send(example)
    expect(status).toBe(example.status)
    if (example.shortened) expect(contained(example.answer, body)).toBe(true)
    else expect(body).toEqual(example.answer)

    const validate = responsesOf(operation)[status]
    if (example.answer !== undefined)
      expect([validate?.(example.answer), validate?.errors]).toEqual([true, null])
    const given: unknown = example.body === undefined ? undefined : JSON.parse(example.body)
    if (given !== undefined) expect(requestsOf(operation).body?.(given)).toBe(true)
  },
)

test.each(Object.values(policies))(
  '$name: every operation that it offers has an example',
  (policy) => {
    const shown = examples.filter(({ name, status }) => name === policy.name && status < 300)
    const offered = Object.keys(operations).filter((id) => id in policy.changes)
    expect(shown.map(({ operation }) => operation)).toEqual(expect.arrayContaining(offered))
  },
)

// Generators of tests send the first value of each parameter with the first body, then the second.
test('parameters and body have the same examples, in the same order', () => {
  const uneven = examples.filter(({ inputs }) => new Set(inputs.map(String)).size > 1)
  expect(uneven.map(({ operation, inputs }) => [operation, inputs])).toEqual([])
})
