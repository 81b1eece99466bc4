/** What `policy check` says of broken policies: one table, run as a function and as a command. */
import { checkPolicy, ConfigurationError, createMock, type PolicyProblem } from 'rolecall/mocks'
import { describe, expect, test, vi } from 'vitest'
import { run } from '../../../mocks/adapters/cli/run.ts'
import { isPolicy } from '../../../mocks/policy-check/check-policy.ts'
import type { Policy } from '../../../mocks/policy/language/policy.ts'
import { writeTemporary } from '../../cli/files.ts'
import { brokenCalls } from './broken/calls.ts'
import { brokenConditions } from './broken/conditions.ts'
import { brokenComparisons } from './broken/compared-names.ts'
import { brokenDomains } from './broken/domains.ts'
import { brokenNames } from './broken/names.ts'
import { brokenEffects } from './broken/effects.ts'
import { brokenProperties } from './broken/properties.ts'
import { brokenRoles } from './broken/roles.ts'
import { brokenTeams } from './broken/teams.ts'
import type { Broken } from './broken/broken.ts'
import { readLibrary, withAt } from './library.ts'

const library = readLibrary()

/** The library's policy, broken that way. */
const broken = ({ put }: Broken): unknown =>
  Object.entries(put).reduce<unknown>((policy, [at, value]) => withAt(policy, at, value), library)

const of =
  (severity: PolicyProblem['severity']) =>
  (one: Broken): boolean =>
    severities.get(one) === severity

const brokenPolicies = [
  ...brokenRoles,
  ...brokenTeams,
  ...brokenConditions,
  ...brokenComparisons,
  ...brokenDomains,
  ...brokenNames,
  ...brokenProperties,
  ...brokenCalls,
  ...brokenEffects,
]

/** Errors are for the author of the policy to fix. */
const warnings = new Set<Broken['code']>([
  'no_last_case',
  'impossible_body',
  'self_promotion',
  'missing_operation',
  'unanswerable',
  'unknown_team',
  'wrong_code',
  'unpromised_status',
  'empty_text',
  'no_sentence',
  'no_effect',
  'never_decisive',
  'unreachable',
])

const severities = new Map(
  brokenPolicies.map((one) => [one, warnings.has(one.code) ? 'warning' : 'error'] as const),
)

test('the policy is sound before it is broken', () => {
  expect(checkPolicy(library)).toEqual([])
  expect(brokenPolicies.length).toBeGreaterThan(40)
})

describe('checkPolicy', () => {
  test.each(brokenPolicies)('$code: $what', (one) => {
    const { code, pointer, message, fix } = one
    const severity = severities.get(one)
    expect(checkPolicy(broken(one))).toEqual([{ severity, code, pointer, message, fix }])
  })
})

describe('rolecall policy check', () => {
  /** The output and exit code of the command for one file. */
  async function check(file: string, ...options: readonly string[]) {
    const log = vi.spyOn(console, 'log').mockReturnValue()
    try {
      const code = await run(['policy', 'check', ...options, file])
      return { code, lines: log.mock.calls.flat().join('\n').split('\n') }
    } finally {
      log.mockRestore()
    }
  }

  test.each(brokenPolicies)('$code: $what', async (one) => {
    const file = await writeTemporary('policy.json', JSON.stringify(broken(one)))
    const { code, pointer, message, fix } = one
    const severity = severities.get(one) ?? ''
    const lines = [
      `1 ${severity} in ${file}`,
      '',
      `${file}#${pointer} ${severity} ${code}`,
      `  ${message}`,
      `  ${fix}`,
    ]
    expect(await check(file)).toEqual({ code: severity === 'error' ? 1 : 0, lines })
    expect(await check(file, '--strict')).toEqual({ code: 1, lines })
  })
})

describe('a mock', () => {
  test.each(brokenPolicies.filter(of('error')))('refuses $what, and says where', (one) => {
    const { pointer, message, fix } = one
    const policy = broken(one)
    const attempt = () => Reflect.apply(createMock, undefined, [{ policy }])
    expect(attempt).toThrow(ConfigurationError)
    expect(attempt).toThrow(`policy${pointer}: ${message} ${fix}`)
  })

  const policyOf = (one: Broken): Policy => {
    const policy = broken(one)
    if (!isPolicy(policy)) throw new Error(`It is of no policy’s shape: ${one.what}.`)
    return policy
  }

  test.each(brokenPolicies.filter(of('warning')))('accepts $what', (one) => {
    expect(createMock({ policy: policyOf(one) }).policy.name).toBe('library')
  })
})
