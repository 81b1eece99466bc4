/** A user to sign in as. */
export interface Persona {
  /** An e-mail address of one of the scenario's users. */
  readonly user: string
  /** Describes the user in a few words. */
  readonly text: string
}

/** A person or thing that others know too, by an id and attributes that the API does not show. */
export interface KnownElsewhere {
  /**
   * The id by which others know it, such as `alice` or `101`. References and AuthZEN questions may use it;
   * the API shows an id of its own.
   */
  readonly externalId?: string
  /** Attributes that requirements compare, such as `{ status: 'archived' }`. */
  readonly properties?: Readonly<Record<string, unknown>>
}

/** A custom role, in addition to the policy's roles. */
export interface ScenarioRole {
  readonly key: string
  /** Default: the key. */
  readonly name?: string
  readonly description?: string
  readonly permissions: readonly string[]
}

export interface ScenarioTeam extends KnownElsewhere {
  readonly key: string
  /** Default: the key. */
  readonly name?: string
  /** A role's key. Default: the deployment's default role. */
  readonly defaultRole?: string
}

export interface ScenarioUser extends KnownElsewhere {
  readonly email: string
  /** Default: the e-mail address. */
  readonly name?: string
  /** Default `human`. */
  readonly type?: 'human' | 'service'
  /** Default `active`. */
  readonly status?: 'pending' | 'active'
  /** The organization role's key. */
  readonly role?: string
  /** Role key by team key. */
  readonly teams?: Readonly<Record<string, string>>
  readonly grants?: Readonly<Record<string, true>>
  /** Grants that were unticked again, each with the name of the first artifact created after that. */
  readonly revoked?: Readonly<Record<string, string>>
  /** Default false. */
  readonly paused?: boolean
}

/** An invitation to the organization. The invited person need not be listed among the users. */
export interface ScenarioInvitation {
  readonly email: string
  /** An organization role's key. */
  readonly role: string
  readonly message?: string
  /** Default `pending`. */
  readonly status?: 'pending' | 'accepted' | 'rejected' | 'withdrawn'
}

/** A token, whose bearer acts as its creator. */
export interface ScenarioToken {
  readonly name: string
  /** The creator's e-mail address. */
  readonly creator: string
}

export interface ScenarioProject extends KnownElsewhere {
  readonly key: string
  /** Default: the key. */
  readonly name?: string
  readonly description?: string
  readonly tags?: readonly string[]
  /** The owning team's key. */
  readonly team?: string
  /** The owner's e-mail address. */
  readonly owner?: string
  /** The creator's e-mail address. */
  readonly creator: string
  /** Default false. */
  readonly private?: boolean
}

/** An entry of a project, in addition to those that the policy's effects add, such as the owning team's. */
export interface ScenarioMember {
  /** A project's key. */
  readonly project: string
  /** A user by e-mail address, a team by key, or any e-mail address. */
  readonly subject: { readonly type: 'user' | 'team' | 'email'; readonly id: string }
  /** Role key by category. A policy with one category calls it `project`. */
  readonly roles?: Readonly<Record<string, string>>
  readonly rights?: readonly ('upload' | 'download')[]
  readonly grants?: Readonly<Record<string, true>>
  readonly isOwner?: boolean
  /** Default `accepted`, or `pending` for an e-mail address. */
  readonly status?: 'accepted' | 'pending' | 'rejected'
}

export interface ScenarioArtifact extends KnownElsewhere {
  readonly kind: string
  readonly name: string
  /** A project's key. */
  readonly project: string | null
  /** Keys of further projects. */
  readonly attachedTo?: readonly string[]
  /** The creator's e-mail address. */
  readonly creator: string
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * The initial state of a mock. Built-in roles and teams come from the policy; everything else is created
 * in the listed order, one second apart.
 */
export interface Scenario {
  readonly name: string
  /** One sentence that helps to choose between scenarios. */
  readonly description: string
  readonly organization: {
    readonly name: string
    readonly description?: string
    readonly plan: {
      readonly name: string
      readonly seats?: number
      readonly features: readonly string[]
    }
    /** The owner's e-mail address, on platforms whose organization has an owner. */
    readonly owner?: string
  }
  /** E-mail addresses of people who become administrators when they first sign up. */
  readonly admins?: readonly string[]
  readonly roles?: readonly ScenarioRole[]
  readonly teams?: readonly ScenarioTeam[]
  readonly users: readonly ScenarioUser[]
  readonly invitations?: readonly ScenarioInvitation[]
  readonly tokens?: readonly ScenarioToken[]
  readonly projects?: readonly ScenarioProject[]
  readonly members?: readonly ScenarioMember[]
  readonly artifacts?: readonly ScenarioArtifact[]
  /** The users that a tour or a matrix shows, the most powerful one first. */
  readonly personas: readonly Persona[]
}
