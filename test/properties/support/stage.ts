import { type Configuration, configure } from '../../../mocks/mock/configure.ts'
import type { Coverage } from '../../../mocks/index.ts'
import { CoverageRecorder } from '../../../mocks/coverage/recorder.ts'
import { handle } from '../../../mocks/pipeline/handle.ts'
import { Log } from '../../../mocks/log/log.ts'
import type { Explanations, Platform } from '../../../mocks/platform/platform.ts'
import {
  compile,
  type CompiledPolicy,
  type Policy,
  type World,
} from '../../../mocks/policy/index.ts'
import { policies } from '../../../mocks/policies/index.ts'
import type { Scenario } from '../../../mocks/policies/scenario.ts'
import { populate } from '../../../mocks/mock/start.ts'
import { sessionToken } from '../../../mocks/state/secrets.ts'
import type { Store } from '../../../mocks/state/store.ts'
import { type Answered, answeredBy, messageOf, type Sent } from './send.ts'

/**
 * A platform that returns to its start after each trial. Its answers are those of every adapter; because
 * nothing is rebuilt, thousands of trials are affordable.
 */
export interface Stage {
  readonly policy: Policy
  readonly compiled: CompiledPolicy
  readonly scenario: Scenario
  readonly world: World
  readonly store: Store
  /** E-mail addresses of everyone who can sign in at the start. */
  readonly people: readonly string[]
  /** Runs the work, and rolls its changes back. Trials nest. */
  trial<T>(work: () => T): T
  /** Sends a call as that person. */
  send(as: string, call: Sent): Answered
  /** The same with a token. */
  sendWith(token: string, call: Sent): Answered
  /** The coverage of the policy by the work alone. */
  coverageOf(work: () => void): Coverage
  /** The whole state, to the byte. */
  state(): string
}

const never = (): boolean => false

/** Sets the policy's scenario up. */
export function stage(
  policy: Policy,
  { hardened = false, explain = 'all' }: { hardened?: boolean; explain?: Explanations } = {},
): Stage {
  return stageWith(configure({ policy, hardened, explain }), compile(policy, { hardened }))
}

/** A stage of an unchecked policy, with the scenario of the original. People and things have properties. */
export function stageLike(policy: Policy, own: Policy, hardened: boolean): Stage {
  const settings = { admins: [], ...own.settings }
  const usual = configure({ policy })
  const scenario = {
    ...usual.scenario,
    users: usual.scenario.users.map(atDesk),
    projects: (usual.scenario.projects ?? []).map(atDesk),
    artifacts: (usual.scenario.artifacts ?? []).map(atDesk),
  }
  return stageWith({ ...usual, scenario, settings }, compile(own, { hardened }))
}

const desks = ['north', 'south', 3]

const atDesk = <Item extends object>(item: Item, index: number) => ({
  ...item,
  properties: { desk: desks[index % desks.length] },
})

function stageWith(configuration: Configuration, compiled: CompiledPolicy): Stage {
  const { policy } = compiled
  const { scenario, seed, explanations } = configuration
  const { store, world } = populate(configuration, compiled)
  const { personas } = scenario
  const start = { store, world, compiled, personas, explanations }
  let platform: Platform = { ...start, log: new Log(seed) }
  const sendWith = (token: string, call: Sent): Answered =>
    answeredBy(handle(platform, messageOf(call, token)))
  return {
    policy,
    compiled,
    scenario,
    world,
    store,
    people: [...store.tables.users, ...store.tables.former].map(({ email }) => email),
    trial(work) {
      const outer = platform
      platform = { ...start, log: new Log(seed) }
      try {
        return store.transaction(work, never)
      } finally {
        platform = outer
      }
    },
    coverageOf(work) {
      const outer = platform
      const coverage = new CoverageRecorder()
      platform = { ...outer, coverage }
      try {
        work()
      } finally {
        platform = outer
      }
      return coverage.of(compiled)
    },
    send: (as, call) => sendWith(sessionToken(seed, as), call),
    sendWith,
    state: () => JSON.stringify(store),
  }
}

/** A stage of each of the five policies. */
export const stages: readonly Stage[] = Object.values<Policy>(policies).map((policy) =>
  stage(policy),
)

/** The stage of the policy of that name. */
export function stageNamed(name: string): Stage {
  const found = stages.find(({ policy }) => policy.name === name)
  if (!found) throw new Error(`There is no policy ${name}.`)
  return found
}

/** The same in hardened mode, where a policy has it. */
export const hardenedStages: readonly Stage[] = Object.values<Policy>(policies)
  .filter((policy) => policy.hardened)
  .map((policy) => stage(policy, { hardened: true }))

/** Every stage, by its name. */
export const everyStage: readonly { name: string; stage: Stage }[] = [
  ...stages.map((one) => ({ name: one.policy.name, stage: one })),
  ...hardenedStages.map((one) => ({ name: `${one.policy.name}, hardened`, stage: one })),
]
