import { readBase } from '../shared/base-url.ts'
import { brief } from '../shared/brief.ts'
import { checkOptions, checkValue, isBoolean, isText } from '../shared/check-options.ts'
import { ConfigurationError } from '../shared/configuration-error.ts'
import { isEmailAddress } from '../shared/email-address.ts'
import { usualLimit } from './history.ts'
import { didYouMean } from '../shared/nearest.ts'
import { checkPlan } from '../faults/check-plan.ts'
import type { FaultPlan } from '../faults/plan.ts'
import type { MockOptions } from './options.ts'
import { checkOwnPolicy, checkOwnScenario } from './own-files.ts'
import type { Explanations } from '../platform/platform.ts'
import { builtIn, isBuiltInPolicy } from '../policies/built-in.ts'
import { fieldsOf } from '../policy/language/condition.ts'
import type { Policy } from '../policy/language/policy.ts'
import type { Settings } from '../policy/language/records.ts'
import { refusedCharacters } from '../shared/refused-characters.ts'
import { refusedTexts } from '../shared/refused-texts.ts'
import type { Scenario } from '../policies/scenario.ts'
import { readSnapshot } from '../snapshot/read.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { scenariosFor } from '../policies/scenarios.ts'
import { type Pace, paces } from '../state/pace.ts'
import { placeAt } from '../shared/json-pointer.ts'
import { onlyJson } from '../shared/only-json.ts'
import { deepest, tooDeep } from '../shared/too-deep.ts'
import { lowerCase } from '../shared/lower-case.ts'
import { quoted } from '../shared/quoted.ts'
import { valueText } from '../shared/value-text.ts'

/** The checked options of a mock. */
export interface Configuration {
  readonly policy: Policy
  readonly scenario: Scenario
  readonly seed: string
  readonly settings: Settings
  readonly hardened: boolean
  readonly explanations: Explanations
  /** The base URL of the pages of the rules, with a slash at its end. */
  readonly docs: string | undefined
  readonly faults: FaultPlan | undefined
  /** What moves the clock, if it is said. */
  readonly clock: Pace | undefined
  /** The most calls of the history. */
  readonly history: number
  readonly snapshot: Snapshot | undefined
  /** Options that are legal, but probably not meant. */
  readonly warnings: readonly string[]
}

/** The right URL of the pages of the rules, as messages describe it. */
const docsText =
  'a URL such as https://platform.example/rules without query, fragment or credentials'

const levels: readonly Explanations[] = ['all', 'missing', 'nothing']

/** Checks the options of a mock, and fills in defaults. */
export function configure(options: MockOptions): Configuration {
  checkNames(options)
  const {
    seed = 'rolecall',
    hardened = false,
    explain: explanations = 'all',
    history = usualLimit,
  } = options
  const isSeed = (value: unknown) => isText(value) || Number.isFinite(value)
  checkValue('seed', seed, isSeed, 'text or a number')
  checkValue('hardened', hardened, isBoolean, 'true or false')
  const isLevel = (value: unknown) => levels.some((level) => level === value)
  checkValue('explain', explanations, isLevel, `one of ${levels.join(', ')}`)
  const isPace = (value: unknown) => paces.some((pace) => pace === value)
  checkValue('clock', options.clock, isPace, `one of ${paces.join(', ')}`)
  const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
  checkValue('history', history, isCount, 'a number of calls, 0 or more')
  const docs =
    options.docs === undefined ? undefined : `${readBase(options.docs, 'docs', docsText)}/`
  const policy = policyOf(options.policy)
  const scenario = scenarioOf(policy, options.scenario)
  if (options.scenario !== undefined && typeof options.scenario !== 'string') checkTexts(scenario)
  const snapshot = options.snapshot === undefined ? undefined : readSnapshot(options.snapshot)
  const settings = settingsOf(policy, scenario, options.auth)
  const faults = options.faults === undefined ? undefined : checkPlan('faults', options.faults)
  const warnings = [...warningsOfAdmins(policy, settings)]
  return {
    policy,
    scenario,
    seed: String(seed),
    settings,
    hardened,
    explanations,
    docs,
    faults,
    clock: options.clock,
    history,
    snapshot,
    warnings,
  }
}

export const optionNames = [
  'policy',
  'scenario',
  'seed',
  'auth',
  'hardened',
  'explain',
  'docs',
  'faults',
  'snapshot',
  'clock',
  'history',
] as const

function checkNames(options: unknown): void {
  const named = typeof options === 'string' ? options : Object.keys(builtIn).at(-1)
  checkOptions("createMock's options", options, optionNames, `{ policy: '${brief(named ?? '')}' }`)
}

function* warningsOfAdmins(policy: Policy, { admins }: Settings): Generator<string> {
  const seeds = seedsAdmins(policy)
  if (seeds && admins.length === 0) {
    yield 'auth.admins is empty: nobody becomes an administrator by signing up.'
  }
  if (!seeds && admins.length > 0) {
    yield `auth.admins has no effect: under policy ${brief(policy.name)}, nobody becomes an administrator by signing up.`
  }
}

/** Whether the policy makes listed users administrators at their first sign-up. */
const seedsAdmins = ({ effects }: Policy): boolean =>
  effects.some(
    ({ on, when }) => on.includes('sign_up') && when && fieldsOf(when).includes('user.isSeedAdmin'),
  )

/** The policy of an option, checked. */
export function policyOf(option: string | Policy = 'adaptive'): Policy {
  if (typeof option === 'object') {
    if (!isBuiltInPolicy(option)) checkOwnPolicy(flat('policy', option))
    return option
  }
  return byName<Policy>('policy', option, builtIn)
}

function scenarioOf(policy: Policy, option: MockOptions['scenario']): Scenario {
  if (typeof option === 'function' || typeof option === 'object') {
    const own: unknown = typeof option === 'function' ? option(policy) : option
    if (own === undefined) {
      throw new ConfigurationError('scenario must be a function that returns a scenario.')
    }
    flat('scenario', own)
    checkOwnScenario(own)
    return own
  }
  const known = scenariosFor(policy)
  const [usual = 'empty'] = Object.keys(known)
  return byName('scenario', option ?? usual, known)
}

/** Throws if a text of a scenario holds characters that the API refuses in names. */
function checkTexts(scenario: Scenario): void {
  for (const { pointer, text } of refusedTexts(scenario)) {
    throw new ConfigurationError(
      `${brief(placeAt(`/scenario${pointer}`), 300)} must hold no ${refusedCharacters}; it is "${brief(text)}".`,
    )
  }
}

/** Returns the value. Throws if reading it would exhaust the stack, or never end. */
function flat<T>(option: string, value: T): T {
  const deep = tooDeep(value)
  if (deep === undefined) return onlyJson(option, value)
  throw new ConfigurationError(
    `${option} is nested more than ${deepest} levels deep, or contains itself, at ${deep}. Make it flatter.`,
  )
}

function byName<T>(option: string, name: string, known: Readonly<Record<string, T>>): T {
  checkValue(option, name, isText, `one of ${Object.keys(known).join(', ')}, or your own`)
  const found = Object.hasOwn(known, name) ? known[name] : undefined
  if (found !== undefined) return found
  const names = Object.keys(known)
  throw new ConfigurationError(
    `${option} must be one of ${names.join(', ')}, or your own, not ${quoted(name)}.${didYouMean(name, names)}`,
  )
}

function settingsOf(
  policy: Policy,
  scenario: Scenario,
  auth: NonNullable<MockOptions['auth']> = {},
): Settings {
  checkOptions('auth', auth, ['admins', 'defaultRole', 'defaultTeam'], "{ defaultTeam: 'support' }")
  const { admins = scenario.admins ?? [] } = auth
  checkValue('auth.admins', admins, (value) => Array.isArray(value), 'a list of e-mail addresses')
  checkValue('auth.defaultRole', auth.defaultRole, isText, 'the key of a role')
  checkValue('auth.defaultTeam', auth.defaultTeam, isText, 'the key of a team')
  const listed = auth.admins === undefined ? 'scenario.admins' : 'auth.admins'
  for (const [index, admin] of admins.entries()) {
    if (typeof admin === 'string' && isEmailAddress(admin)) continue
    throw new ConfigurationError(
      `${listed}[${index}] must be an e-mail address, such as admin@acme.test, not ${valueText(admin)}.`,
    )
  }
  const { defaultRole, defaultTeam } = { ...policy.settings, ...definedOnly(auth) }
  const reserved = policy.teams.map(({ key }) => key)
  if (defaultTeam !== undefined && reserved.includes(defaultTeam)) {
    throw new ConfigurationError(
      `auth.defaultTeam must not be a reserved team, such as "${defaultTeam}": everyone who signs up would join it. Name another team.`,
    )
  }
  return {
    admins: admins.map((email) => lowerCase(email)),
    ...(defaultRole !== undefined && { defaultRole }),
    ...(defaultTeam !== undefined && { defaultTeam }),
  }
}

const definedOnly = ({ defaultRole, defaultTeam }: NonNullable<MockOptions['auth']>) => ({
  ...(defaultRole !== undefined && { defaultRole }),
  ...(defaultTeam !== undefined && { defaultTeam }),
})
