/** A user to sign in as. */
export interface KnownUser {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly status: 'pending' | 'active'
  /** Role key by team key. */
  readonly teams: Readonly<Record<string, string>>
  /** The key of the organization role. */
  readonly role?: string
  /** Who they are, in a few words; only for the scenario's personas. */
  readonly text?: string
}
