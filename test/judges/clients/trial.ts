/** The platform that a trial calls, with the tokens of two of its users. */
export interface Platform {
  readonly baseUrl: string
  /** The token of admin@acme.test. */
  readonly admin: string
  /** The token of lead@acme.test, who may create no roles. */
  readonly lead: string
}

/** What a client learns from a platform: each trial makes the same calls with another client. */
export interface Learned {
  readonly me: string
  readonly rule: string
  readonly remedy: string
  readonly role: string
  readonly heldRole: string
  readonly emails: readonly string[]
  readonly faultyField: string
  readonly missing: string
  readonly stale: string
  readonly decision: boolean
  readonly statusOfDeletion: number
}

/** What every trial sends. */
export const sent = {
  role: { key: 'auditor', permissions: ['use_case:read'] },
  faultyRole: { key: 'other', permissions: ['nothing'] },
  user: 'lead@acme.test',
  question: {
    subject: { type: 'user', id: 'me' },
    action: { name: 'roles.create' },
    resource: { type: 'organization', id: 'current' },
  },
  /** Asks for one user a page. */
  page: (cursor?: string) => ({ limit: 1, ...(cursor && { cursor }) }),
  staleTag: { 'If-Match': '"of-yesterday"' },
}

/** The part of a denial's decision that a trial reads. */
interface Decision {
  readonly rule?: string | null | undefined
  readonly alternatives: readonly {
    readonly calls: readonly { readonly operation: string }[]
  }[]
}

/** What a client learns from the decision of a denial. */
export const reasonIn = (decision: Decision | undefined): Pick<Learned, 'rule' | 'remedy'> => ({
  rule: decision?.rule ?? '',
  remedy: decision?.alternatives[0]?.calls[0]?.operation ?? '',
})

/** What a trial exports. */
export interface Trial {
  learn(platform: Platform): Promise<Learned>
}

/** What every client must learn of a new mock with scenario acme. */
export const expected: Learned = {
  me: 'admin@acme.test',
  rule: 'AD-04',
  remedy: 'users.update',
  role: 'auditor',
  heldRole: 'auditor',
  emails: ['admin@acme.test', 'platform@acme.test'],
  faultyField: '/permissions/0',
  missing: 'not_found',
  stale: 'stale_etag',
  decision: false,
  statusOfDeletion: 204,
}
