import { type OperationId, operations } from '../../../../src/generated/operations.ts'
import { operationsOn } from '../../../generated/contract.ts'
import type { Mock } from '../../../mock/mock.ts'
import type { KnownUser } from '../../../platform/known-user.ts'

/** The parts of a mock that the page needs. */
export type Welcoming = Pick<Mock, 'policy' | 'scenario' | 'users' | 'token'>

/** A user to sign in as. */
export interface WelcomedUser {
  readonly email: string
  /** The roles, by team: `support: annotator, research: admin`. */
  readonly roles: string
  /** Who they are, from the scenario; empty if it does not say. */
  readonly text: string
}

/** The facts about a mock that somebody needs to start using it. */
export interface Welcome {
  /** The title of the mocked platform. */
  readonly platform: string
  readonly policy: string
  readonly scenario: string
  readonly url: string
  /** The first users who can sign in. */
  readonly people: readonly WelcomedUser[]
  /** How many others can. */
  readonly others: number
  /** Command lines that can be pasted as they are. Missing if nobody can sign in. */
  readonly try?: {
    /** The user of `list`. */
    readonly email: string
    /** Lists users; on a platform without that operation, reads something else. */
    readonly list: string
    /** Gets a token. */
    readonly signIn: string
  }
}

/** The most users that are shown. */
const mostShown = 100

/**
 * Collects the facts about a mock that is served at the URL.
 *
 * @param tokenOf - The token of the lines to try. Default: one that works.
 */
export function welcome(
  mock: Welcoming,
  url: string,
  tokenOf = (email: string): string => mock.token(email),
): Welcome {
  const { policy, scenario } = mock
  const users = mock.users()
  const first = users.find(({ email }) => email === 'admin@acme.test') ?? users[0]
  return {
    platform: policy.title,
    policy: policy.name,
    scenario: scenario.name,
    url,
    people: users.slice(0, mostShown).map((user) => ({
      email: user.email,
      roles: rolesOf(user),
      text: user.text ?? '',
    })),
    others: Math.max(0, users.length - mostShown),
    ...(first && { try: linesFor(policy, first.email, tokenOf(first.email), url) }),
  }
}

function rolesOf({ role, teams, status }: KnownUser): string {
  const roles = [
    ...(role === undefined ? [] : [role]),
    ...Object.entries(teams).map(([team, held]) => `${team}: ${held}`),
  ]
  const held = roles.length === 0 ? 'no role' : roles.join(', ')
  return status === 'active' ? held : `${held} (${status})`
}

/** Reads to try, best first: the first one that the platform offers is used, or else the last. */
const firstReads: readonly (readonly [operation: OperationId, query: string])[] = [
  [operationsOn.user.list, '?limit=3'],
  [operationsOn.project.list, '?limit=3'],
  [operationsOn.user.identify, ''],
  [operationsOn.organization.get, ''],
]

const firstRead = ({ changes }: Mock['policy']): string => {
  const offered = firstReads.find(([operation]) => Object.hasOwn(changes, operation))
  const [operation, query] = offered ?? [operationsOn.organization.get, '']
  return `${operations[operation].path}${query}`
}

// Every shell understands double quotes, that of Windows too.
function linesFor(
  policy: Mock['policy'],
  email: string,
  token: string,
  url: string,
): NonNullable<Welcome['try']> {
  return {
    email,
    list: `curl -H "Authorization: Bearer ${token}" "${url}${firstRead(policy)}"`,
    signIn: `curl -H "Content-Type: application/json" -d "{\\"user\\": \\"${email}\\"}" "${url}/__mock/sessions"`,
  }
}
