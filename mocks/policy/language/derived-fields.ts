import type { Root } from './recorded-fields.ts'
import type { Shape } from './shape.ts'

/** A computed fact. */
export interface DerivedFact {
  readonly shape: Shape
  /** A second resource that must be bound. */
  readonly beside?: Root
  /** Whether it counts resources that the call does not name. */
  readonly counts?: true
  /** Whether these are the projects of one person, who knows them. */
  readonly ofOwner?: true
}

const ofPerson = {
  inTeam: { shape: 'flag', beside: 'team' },
  roleInTeam: { shape: 'text', beside: 'team' },
  isSeedAdmin: { shape: 'flag' },
  isMemberOfOrganization: { shape: 'flag' },
  ownsProject: { shape: 'flag', beside: 'project' },
  owns: { shape: 'text', counts: true, ofOwner: true },
  ownsAny: { shape: 'flag', counts: true, ofOwner: true },
} as const satisfies Readonly<Record<string, DerivedFact>>

/** Facts that are computed from the whole state, by resource. */
export const derived = {
  user: { ...ofPerson, isActor: { shape: 'flag', beside: 'actor' } },
  actor: ofPerson,
  team: {
    uses: { shape: 'text', counts: true },
    inUse: { shape: 'flag', counts: true },
    isDefault: { shape: 'flag' },
    ownsProject: { shape: 'flag', beside: 'project' },
    onProject: { shape: 'flag', beside: 'project' },
  },
  role: { uses: { shape: 'text', counts: true }, inUse: { shape: 'flag', counts: true } },
  next: { roleInTeam: { shape: 'text', beside: 'team' } },
} as const satisfies Partial<Record<Root, Readonly<Record<string, DerivedFact>>>>
