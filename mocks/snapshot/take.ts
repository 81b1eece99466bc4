import type { Log } from '../log/log.ts'
import type { Platform } from '../platform/platform.ts'
import { brokenIn } from '../policy/index.ts'
import type { Store } from '../state/store.ts'
import { keptAsJson } from './kept.ts'
import { snapshotPolicy } from './policy.ts'
import type { TokenRecord } from '../policy/language/records.ts'
import type { Snapshot, SnapshotLog, SnapshotState } from './snapshot.ts'

/** What a snapshot says of its mock, beside the platform. */
export interface Taken {
  readonly scenario: string
  /** How many changes the mock has made. */
  readonly sequence: number
  /** Whether it holds kept answers, keys and values of tokens. */
  readonly secrets: boolean
}

/** The whole state of a platform as plain data. It shares the platform's frozen records. */
export function takeSnapshot(platform: Platform, taken: Taken): Snapshot {
  const { store, world, log, compiled, personas, explanations } = platform
  const broken = brokenIn(compiled.policy, world).map(({ rule }) => rule)
  const { sequence, secrets } = taken
  return {
    format: 'rolecall/1',
    policy: snapshotPolicy(compiled),
    scenario: { name: taken.scenario, personas },
    seed: store.seed,
    explain: explanations,
    secrets,
    sequence,
    ...(broken.length > 0 && { broken }),
    clock: { now: store.clock.betweenCalls, pace: store.clock.pace },
    state: stateOf(store, secrets),
    log: logOf(log, secrets),
  }
}

/** All records of a store, by type. */
export function recordsOf({
  tables,
  organization,
}: Store): Omit<SnapshotState, 'seed' | 'settings' | 'counters'> {
  return {
    organization,
    roles: [...tables.roles],
    teams: [...tables.teams],
    users: [...tables.users],
    former: [...tables.former],
    keys: [...tables.keys],
    invitations: [...tables.invitations],
    tokens: [...tables.tokens],
    projects: [...tables.projects],
    members: [...tables.members],
    artifacts: [...tables.artifacts],
  }
}

function stateOf(store: Store, secrets: boolean): SnapshotState {
  const { seed, settings, counters } = store
  const whole = { seed, settings, counters, ...recordsOf(store) }
  if (secrets) return whole
  return { ...whole, keys: [], tokens: whole.tokens.map(withoutValue) }
}

function withoutValue(token: TokenRecord): TokenRecord {
  const { value: _, ...rest } = token
  return rest
}

function logOf(log: Log, secrets: boolean): SnapshotLog {
  const { requests, audit, outbox, kept, lastSeen } = log.toJSON()
  return {
    requests,
    audit,
    outbox,
    kept: secrets ? kept.map(keptAsJson) : [],
    lastSeen: Object.fromEntries(lastSeen.map(([id, users]) => [id, [...users]])),
  }
}
