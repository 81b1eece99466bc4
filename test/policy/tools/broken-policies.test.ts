/** What `policy check` says of broken policies: a table of them, asked as a function and as a command. */
import { checkPolicy, ConfigurationError, createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../mocks/policy/policy.ts'
import { isPolicy } from '../../../mocks/policy-tools/check-policy.ts'
import { type Broken, brokenPolicies } from './broken-policies.ts'
import { readLibrary, withAt } from './library.ts'

const library = readLibrary()

/** The library's policy, broken that way. */
const broken = ({ put }: Broken): unknown =>
  Object.entries(put).reduce<unknown>((policy, [at, value]) => withAt(policy, at, value), library)

test('the policy that is broken is sound', () => {
  expect(checkPolicy(library)).toEqual([])
})

test.each(brokenPolicies)('$severity: $what', (one) => {
  const { severity, code, pointer, message, fix } = one
  expect(checkPolicy(broken(one))).toEqual([{ severity, code, pointer, message, fix }])
})

describe('a mock', () => {
  const isError = ({ severity }: Broken): boolean => severity === 'error'
  const policyOf = (one: Broken): Policy => {
    const policy = broken(one)
    if (!isPolicy(policy)) throw new Error(`It is of no policy’s shape: ${one.what}.`)
    return policy
  }

  test.each(brokenPolicies.filter(isError))('refuses $what, and says where', (one) => {
    const { pointer, message, fix } = one
    const attempt = () => createMock({ policy: policyOf(one) })
    expect(attempt).toThrow(ConfigurationError)
    expect(attempt).toThrow(`policy${pointer}: ${message} ${fix}`)
  })

  test.each(brokenPolicies.filter((one) => !isError(one)))('enforces $what', (one) => {
    expect(createMock({ policy: policyOf(one) }).policy.name).toBe('library')
  })
})
