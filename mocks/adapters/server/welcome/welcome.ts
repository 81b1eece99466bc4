import { type OperationId, operations } from '../../../../src/generated/operations.ts'
import { operationsOn } from '../../../generated/contract.ts'
import type { KnownUser, Mock } from '../../../mock/mock.ts'

/** What is needed of a mock to say who can sign in to it. */
export type Welcoming = Pick<Mock, 'policy' | 'scenario' | 'users' | 'token'>

/** Somebody to sign in as. */
export interface Person {
  readonly email: string
  /** The roles, by team: `support: annotator, research: admin`. */
  readonly roles: string
  /** Who this is, where the scenario says. */
  readonly text: string
}

/** What somebody wants to know first who finds a mock on a port. */
export interface Welcome {
  /** The platform that is mocked. */
  readonly platform: string
  readonly policy: string
  readonly scenario: string
  readonly url: string
  readonly people: readonly Person[]
  /** Command lines that work as they are. Missing where nobody can sign in. */
  readonly try?: {
    /** Whom `list` is signed in as. */
    readonly email: string
    /** Lists users, or reads the first else that the platform offers. */
    readonly list: string
    /** Answers a token. */
    readonly signIn: string
  }
}

/** Tells who can sign in to a mock that is reached at the address. */
export function welcome(mock: Welcoming, url: string): Welcome {
  const { policy, scenario } = mock
  const users = mock.users()
  const first = users.find(({ email }) => email === 'admin@acme.test') ?? users[0]
  return {
    platform: policy.title,
    policy: policy.name,
    scenario: scenario.name,
    url,
    people: users.map((user) => ({
      email: user.email,
      roles: rolesOf(user),
      text: user.text ?? '',
    })),
    ...(first && { try: linesFor(policy, first.email, mock.token(first.email), url) }),
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

/** What to read first, by the operation that it takes: the last is read where none is offered. */
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

// Double quotes are what every shell understands, that of Windows too.
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
