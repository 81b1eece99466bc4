import { createMock, type Mock } from 'rolecall/mocks'
import { type Control, createControl } from 'rolecall/mocks/control'
import { expect, test } from 'vitest'

/** More levels than the stack has room for. */
const deep = Array.from({ length: 5000 }).reduce<object>((inside) => ({ inside }), {})

type Call = (control: Control, value: unknown) => unknown

const methods: readonly [name: string, call: Call][] = [
  ['control.seed', (control, value) => Reflect.apply(control.seed, control, [value])],
  ['control.restore', (control, value) => Reflect.apply(control.restore, control, [value])],
  ['control.policy.use', ({ policy }, value) => Reflect.apply(policy.use, policy, [value])],
  ['control.policy.check', ({ policy }, value) => Reflect.apply(policy.check, policy, [value])],
  ['control.faults.set', ({ faults }, value) => Reflect.apply(faults.set, faults, [value])],
]

const others: readonly [name: string, call: Call][] = [
  ['control.rewind', (control, value) => Reflect.apply(control.rewind, control, [value])],
  ['control.clock.set', ({ clock }, value) => Reflect.apply(clock.set, clock, [value])],
  ['control.clock.advance', ({ clock }, value) => Reflect.apply(clock.advance, clock, [value])],
  ['control.policies.get', ({ policies }, value) => Reflect.apply(policies.get, policies, [value])],
  ['control.requests.get', ({ requests }, value) => Reflect.apply(requests.get, requests, [value])],
  ['control.states.get', ({ states }, value) => Reflect.apply(states.get, states, [value])],
  ['control.states.create', ({ states }, value) => Reflect.apply(states.create, states, [value])],
  ['control.states.delete', ({ states }, value) => Reflect.apply(states.delete, states, [value])],
]

/** The message of a call that fails. */
const refusalOf = async (result: unknown): Promise<string> => {
  try {
    await result
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('The call did not fail.')
}

const controlled = (): { mock: Mock; control: Control } => {
  const mock: Mock = createMock()
  return { mock, control: createControl({ mock }) }
}

test.each([...methods, ...others])('%s names the argument that is missing', async (name, call) => {
  const { mock, control } = controlled()
  const before = mock.state
  const message = await refusalOf(call(control, undefined))
  expect(message).toMatch(new RegExp(`^${name} must be .+, not undefined\\.$`))
  expect(mock.state).toBe(before)
})

test.each(methods)('%s says where an argument is too deep', async (name, call) => {
  const { control } = controlled()
  const message = await refusalOf(call(control, deep))
  expect(message).toContain(`${name} is nested more than 100 levels deep`)
})

test('mock.restore says what it got', () => {
  const { mock } = controlled()
  expect(() => Reflect.apply(mock.restore, mock, [undefined])).toThrow(
    'snapshot must be the object that mock.snapshot() returned, not undefined.',
  )
})

test.each([
  [{ users: [{ email: 1 }] }, 'mock.seed: users[0].email: It is 1. It must be text.'],
  [
    { users: [{ email: 'admin@acme.test' }] },
    'mock.seed: users[0].email: "admin@acme.test" exists already. List it once.',
  ],
])('the errors of a seed name the method: %j', async (seed, message) => {
  const { control } = controlled()
  expect(await refusalOf(Reflect.apply(control.seed, control, [seed]))).toBe(message)
})

test.each([
  ['/__mock', 'known are /__mock/sessions, '],
  ['/__mock/', 'known are /__mock/sessions, '],
  ['/__mock/nonsense', 'known are /__mock/sessions, '],
  ['/__mock/user', 'did you mean /__mock/users?'],
])('GET %s: %s', async (path, advice) => {
  const { mock } = controlled()
  const { detail }: { detail: string } = await (await mock.fetch(path)).json()
  expect(detail).toContain(`GET ${path}: no such path; ${advice}`)
})
