interface Entity {
  readonly id: string
  /** Grows with each creation. Lists are in this order. */
  readonly sequence: number
  readonly createdAt: string
}

/** A person or thing that the world outside the platform knows too. The API shows none of this. */
interface KnownElsewhere extends Entity {
  /** Its id elsewhere, such as in an identity provider. References and AuthZEN questions may use it. */
  readonly externalId?: string
  /** Attributes for requirements, such as `{ status: 'archived' }`. */
  readonly properties?: Properties
}

/** Keys of records that neither conditions nor the API read. */
export type Unread = 'sequence' | 'externalId' | 'properties'

/** Attributes of a person or thing, by name. */
export type Properties = Readonly<Record<string, unknown>>

export interface OrganizationRecord extends Entity {
  readonly name: string
  readonly description?: string
  readonly plan: {
    readonly name: string
    readonly seats?: number
    readonly features: readonly string[]
  }
  /** A user's id. */
  readonly owner?: string
  /** When it was deleted. Every later call is refused. */
  readonly deletedAt?: string
}

export interface RoleRecord extends Entity {
  readonly key: string
  readonly name: string
  readonly description?: string
  readonly scope: 'organization' | 'team' | 'project'
  readonly category?: string
  readonly permissions: readonly string[]
  readonly builtIn: boolean
  readonly assignable: boolean
  /** Permissions that a ticked grant adds to the role, by grant. */
  readonly grants?: Readonly<Record<string, readonly string[]>>
  /** Permissions kept, after a grant is unticked, for artifacts made before that; by grant. */
  readonly afterRevocation?: Readonly<Record<string, readonly string[]>>
}

export interface TeamRecord extends KnownElsewhere {
  readonly key: string
  readonly name: string
  /** A role's key. */
  readonly defaultRole?: string
  readonly builtIn: boolean
}

export interface UserRecord extends KnownElsewhere {
  /** Lower-cased. */
  readonly email: string
  readonly name: string
  readonly type: 'human' | 'service'
  readonly status: 'pending' | 'active'
  /** The organization role's key. */
  readonly role?: string
  /** Role key by team key. */
  readonly teams: Readonly<Record<string, string>>
  readonly grants: Readonly<Record<string, true>>
  /** The sequence number at which each unticked grant was last unticked. */
  readonly revoked?: Readonly<Record<string, number>>
  readonly paused: boolean
}

export interface ProjectRecord extends KnownElsewhere {
  readonly key: string
  readonly name: string
  readonly description?: string
  readonly tags: readonly string[]
  /** The owning team's key. */
  readonly team?: string
  /** A user's id. */
  readonly owner?: string
  /** A user's id. */
  readonly creator: string
  readonly private: boolean
}

export interface MemberRecord extends Entity {
  /** The project's key. */
  readonly project: string
  /** `id` is a user's id, a team's id, or an e-mail address. */
  readonly subject: { readonly type: 'user' | 'team' | 'email'; readonly id: string }
  /** Role key by category. */
  readonly roles: Readonly<Record<string, string>>
  readonly rights: readonly ('upload' | 'download')[]
  readonly grants?: Readonly<Record<string, true>>
  readonly isOwner?: boolean
  readonly status: 'accepted' | 'pending' | 'rejected'
}

export interface ArtifactRecord extends KnownElsewhere {
  readonly kind: string
  /** The project's key. */
  readonly project: string | null
  /** Keys of further projects. */
  readonly attachedTo?: readonly string[]
  readonly name: string
  /** A user's id. */
  readonly creator: string
  readonly data?: Readonly<Record<string, unknown>>
}

export interface InvitationRecord extends Entity {
  /** Lower-cased. */
  readonly email: string
  /** An organization role's key. */
  readonly role: string
  readonly message?: string
  readonly status: 'pending' | 'accepted' | 'rejected' | 'withdrawn'
  readonly sentCount: number
  readonly lastSentAt: string
}

export interface TokenRecord extends Entity {
  readonly name: string
  /** Missing after a snapshot without secrets: nobody can sign in with the token. */
  readonly value?: string
  /** A user's id. */
  readonly creator: string
  readonly revokedAt?: string
}

/** A deployment's settings for first sign-ups. */
export interface Settings {
  /** A role's key. */
  readonly defaultRole?: string
  /** A team's key. */
  readonly defaultTeam?: string
  /** E-mail addresses, lower-cased. */
  readonly admins: readonly string[]
}
