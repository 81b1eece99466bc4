/** Somebody to sign in as, and who that is. */
export interface Persona {
  /** An e-mail address of one of the scenario's users. */
  readonly user: string
  /** Who this is, in a few words. */
  readonly text: string
}

/** A role of the scenario's own, beside those that the policy brings. */
export interface ScenarioRole {
  readonly key: string
  /** Default: the key. */
  readonly name?: string
  readonly description?: string
  readonly permissions: readonly string[]
}

export interface ScenarioTeam {
  readonly key: string
  /** Default: the key. */
  readonly name?: string
  /** A role's key. Default: the deployment's default role. */
  readonly defaultRole?: string
}

export interface ScenarioUser {
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
  /** Grants that were unticked again, each with the name of the first artifact that was made after that. */
  readonly revoked?: Readonly<Record<string, string>>
  /** Default false. */
  readonly paused?: boolean
}

/** What was sent to somebody to make them a member. Its person need not be listed among the users. */
export interface ScenarioInvitation {
  readonly email: string
  /** An organization role's key. */
  readonly role: string
  readonly message?: string
  /** Default `pending`. */
  readonly status?: 'pending' | 'accepted' | 'rejected' | 'withdrawn'
}

/** A token that lets whoever has it act as its creator. */
export interface ScenarioToken {
  readonly name: string
  /** Whoever made it, by e-mail address. */
  readonly creator: string
}

export interface ScenarioProject {
  readonly key: string
  /** Default: the key. */
  readonly name?: string
  readonly description?: string
  readonly tags?: readonly string[]
  /** The owning team's key. */
  readonly team?: string
  /** The owner's e-mail address. */
  readonly owner?: string
  /** Whoever made it, by e-mail address. */
  readonly creator: string
  /** Default false. */
  readonly private?: boolean
}

/** An entry of a project, beside what the policy adds by itself, such as the owning team's. */
export interface ScenarioMember {
  /** A project's key. */
  readonly project: string
  /** A user by e-mail address, a team by key, or any e-mail address. */
  readonly subject: { readonly type: 'user' | 'team' | 'email'; readonly id: string }
  /** Role key by category; `project` where the policy has one category. */
  readonly roles?: Readonly<Record<string, string>>
  readonly rights?: readonly ('upload' | 'download')[]
  readonly grants?: Readonly<Record<string, true>>
  readonly isOwner?: boolean
  /** Default `accepted`, or `pending` for an e-mail address. */
  readonly status?: 'accepted' | 'pending' | 'rejected'
}

export interface ScenarioArtifact {
  readonly kind: string
  readonly name: string
  /** A project's key. */
  readonly project: string | null
  /** Keys of further projects. */
  readonly attachedTo?: readonly string[]
  /** Whoever made it, by e-mail address. */
  readonly creator: string
  readonly data?: Readonly<Record<string, unknown>>
}

/**
 * What a mock starts with. Built-in roles and teams come from the policy; everything is made in the
 * order in which it is listed, a second apart.
 */
export interface Scenario {
  readonly name: string
  /** One sentence for whoever chooses between scenarios. */
  readonly description: string
  readonly organization: {
    readonly name: string
    readonly description?: string
    readonly plan: {
      readonly name: string
      readonly seats?: number
      readonly features: readonly string[]
    }
    /** The owner's e-mail address, on platforms where somebody owns it. */
    readonly owner?: string
  }
  /** E-mail addresses of those who join as administrators when they first sign up. */
  readonly admins?: readonly string[]
  readonly roles?: readonly ScenarioRole[]
  readonly teams?: readonly ScenarioTeam[]
  readonly users: readonly ScenarioUser[]
  readonly invitations?: readonly ScenarioInvitation[]
  readonly tokens?: readonly ScenarioToken[]
  readonly projects?: readonly ScenarioProject[]
  readonly members?: readonly ScenarioMember[]
  readonly artifacts?: readonly ScenarioArtifact[]
  /** The people that a tour or a matrix shows, the most powerful one first. */
  readonly personas: readonly Persona[]
}
