import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Additions } from '../log/additions.ts'
import { compile, type CompiledPolicy } from '../policy/index.ts'
import { loadSnapshot } from '../snapshot/load.ts'
import { keptAsJson, keptFromJson } from '../snapshot/kept.ts'
import { policyIn, snapshotPolicy } from '../snapshot/policy.ts'
import { readSnapshot } from '../snapshot/read.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { CallChange, StateChange } from '../snapshot/state-change.ts'
import type { LiveState } from './live-state.ts'
import type { StateEvent } from './state-event.ts'
import type { Mock } from './mock.ts'
import { stateOf } from './state-of.ts'

/**
 * Calls the listener with each step of a mock's state, as plain JSON: after each request, and after each
 * lever. Applied in order, they take another mock from the same state to the same state.
 *
 * @returns A function that ends it.
 */
export const followChanges = (mock: Mock, listener: (change: StateChange) => void): (() => void) =>
  stateOf(mock).follow((event) =>
    listener(event === 'another' ? { snapshot: mock.snapshot() } : { call: asJson(event, mock) }),
  )

/**
 * Makes a step that another mock in the same state has made.
 *
 * @throws `ConfigurationError` if it is no such step.
 */
export function applyChange(mock: Mock, change: unknown): void {
  const state = stateOf(mock)
  if (isRecord(change) && change.snapshot !== undefined) {
    const snapshot = readSnapshot(change.snapshot)
    const { sequence } = snapshot
    state.restore(loadSnapshot(snapshot, policyFor(snapshot, state)), { sequence })
  }
  const call = isRecord(change) ? change.call : undefined
  if (isCallChange(call)) state.adopt(fromJson(call), call.requests)
}

/** The policy in force, or another one that the other mock has put in force. */
function policyFor(snapshot: Snapshot, { platform }: LiveState): CompiledPolicy {
  const { name, digest, hardened } = snapshot.policy
  const own = snapshotPolicy(platform.compiled)
  const isSame = name === own.name && digest === own.digest && hardened === own.hardened
  return isSame ? platform.compiled : compile(policyIn(snapshot), { hardened })
}

function asJson({ changes, additions, entry }: CallEvent, mock: Mock): CallChange {
  const { audit, mails, kept, lastSeen } = additions
  return {
    records: changes.map(({ table, id, after }) => ({ table, id, ...(after && { after }) })),
    requests: stateOf(mock).platform.log.count,
    audit,
    mails,
    kept: kept.map(keptAsJson),
    lastSeen: Object.fromEntries(lastSeen.map(([id, users]) => [id, [...users]])),
    ...(entry && { entry }),
  }
}

type CallEvent = Exclude<StateEvent, 'another'>

function fromJson({ records, audit, mails, kept, lastSeen, entry }: CallChange): CallEvent {
  const additions: Additions = {
    audit: [...audit],
    mails: [...mails],
    kept: kept.map(keptFromJson),
    lastSeen: Object.entries(lastSeen).map(([id, users]) => [id, new Set(users)]),
  }
  const changes = records.map(({ table, id, after }) => ({ table, id, after, before: undefined }))
  return { changes, additions, entry }
}

/** Steps are written by this module alone, so only their outline is checked. */
const isCallChange = (call: unknown): call is CallChange =>
  isRecord(call) &&
  typeof call.requests === 'number' &&
  [call.records, call.audit, call.mails, call.kept].every((list) => Array.isArray(list)) &&
  isRecord(call.lastSeen)
