import type { AuditEntry } from '../../src/generated/models.ts'
import type { About, Remembered } from '../log/about.ts'
import type { Loss } from '../log/kept.ts'
import type { Mail } from '../log/mail.ts'
import type { Explanations } from '../platform/platform.ts'
import type { Persona } from '../policies/scenario.ts'
import type {
  ArtifactRecord,
  InvitationRecord,
  MemberRecord,
  OrganizationRecord,
  ProjectRecord,
  RoleRecord,
  Settings,
  TeamRecord,
  TokenRecord,
  UserRecord,
} from '../policy/language/records.ts'
import type { Pace } from '../state/pace.ts'
import type { KeyRecord } from '../state/tables.ts'

/** The policy of a snapshot: one that comes with the package by its name, any other as a whole. */
export interface SnapshotPolicy {
  readonly name: string
  /** A digest of the whole policy. Another version of a policy has another one. */
  readonly digest: string
  readonly hardened: boolean
  readonly data?: object
}

/** All records, by type. */
export interface SnapshotState {
  readonly seed: string
  readonly settings: Settings
  readonly organization: OrganizationRecord
  readonly counters: {
    /** The sequence number of the newest record. */
    readonly sequence: number
    /** How many ids of each type were given. */
    readonly ids: Readonly<Record<string, number>>
    /** The time of the last call, in milliseconds since 1970. */
    readonly now: number
  }
  readonly roles: readonly RoleRecord[]
  readonly teams: readonly TeamRecord[]
  readonly users: readonly UserRecord[]
  /** Removed users, and people who can sign in and never were users. */
  readonly former: readonly UserRecord[]
  readonly keys: readonly KeyRecord[]
  readonly invitations: readonly InvitationRecord[]
  readonly tokens: readonly TokenRecord[]
  readonly projects: readonly ProjectRecord[]
  readonly members: readonly MemberRecord[]
  readonly artifacts: readonly ArtifactRecord[]
}

/** A call in the audit. */
export interface SnapshotAuditRecord {
  readonly entry: Omit<AuditEntry, 'id' | 'target' | 'project'>
  readonly about: About
  readonly by: Remembered
}

/** The answer to a call with an idempotency key, for repeats of the call. */
export interface SnapshotKept {
  /** The caller, method, path and key. */
  readonly scope: string
  readonly body: string
  readonly answer: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  readonly actor: string
  readonly about: About
  readonly ids: Readonly<Record<string, string>>
  readonly ended: readonly Loss[]
}

/** The memory of a mock: what calls left behind, beside their changes. */
export interface SnapshotLog {
  /** How many requests were given an id. */
  readonly requests: number
  readonly audit: {
    /** How many older entries were dropped. */
    readonly dropped: number
    /** `null` stands for an entry that was undone. */
    readonly records: readonly (SnapshotAuditRecord | null)[]
  }
  readonly outbox: readonly Mail[]
  readonly kept: readonly SnapshotKept[]
  /** Who could see deleted resources, by the resource's id. */
  readonly lastSeen: Readonly<Record<string, readonly string[]>>
}

/** The whole state of a mock as JSON. A mock made of it goes on as this one would. */
export interface Snapshot {
  readonly format: 'rolecall/1'
  readonly policy: SnapshotPolicy
  readonly scenario: { readonly name: string; readonly personas: readonly Persona[] }
  readonly seed: string
  readonly explain: Explanations
  /** Whether it holds kept answers, keys of service accounts, and values of tokens. */
  readonly secrets: boolean
  /** How many changes the mock has made. */
  readonly sequence: number
  /** The rules of the invariants that the state does not keep, since it began like that. Default: none. */
  readonly broken?: readonly string[]
  readonly clock: {
    /** ISO 8601. */
    readonly now: string
    readonly pace: Pace
  }
  readonly state: SnapshotState
  readonly log: SnapshotLog
}
