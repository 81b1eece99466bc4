import { createMock, type Mock } from '../../../mocks/index.ts'

/** Workflows of openapi/arazzo.yaml that run one after another, against one mock. */
export interface Run {
  readonly workflows: readonly string[]
  /** A mock with what the workflows need. */
  start(): Promise<Mock>
  /** The inputs of all of them. */
  input(mock: Mock): Readonly<Record<string, string>>
  /** The calls that they must make, with their statuses, in order. */
  readonly calls: readonly string[]
}

const admin = 'admin@acme.test'

/** All workflows: those of the default policy, and those with what it does not offer. */
export const runs: readonly Run[] = [
  {
    workflows: ['onboardMember', 'askThenDelete', 'mendDenial', 'readPages', 'changeSafely'],
    async start() {
      const mock = createMock()
      await mock.client({ as: admin }).teams.create({ key: 'legal' })
      return mock
    },
    input: (mock) => ({
      token: mock.token(admin),
      memberToken: mock.token('lead@acme.test'),
      role: 'reader',
      email: 'counsel@acme.test',
      team: 'legal',
      wantedRole: 'auditor',
      newTeam: 'finance',
    }),
    calls: [
      ...['roles.create 201', 'users.create 201', 'users.update 200', 'users.get 200'],
      ...['access.evaluate 200', 'teams.delete 204', 'teams.get 404'],
      ...['roles.create 403', 'users.update 200', 'roles.create 201'],
      ...['users.list 200', 'users.list 200'],
      ...['teams.create 201', 'teams.create 201', 'teams.update 200', 'teams.update 412'],
    ],
  },
  {
    workflows: ['useToken', 'joinProject'],
    start: async () => createMock({ policy: 'superannotate' }),
    input: (mock) => ({
      token: mock.token(admin),
      invitedToken: mock.token('invited@acme.test'),
      invited: 'invited@acme.test',
      project: 'night-scenes',
    }),
    calls: [
      ...['tokens.create 201', 'users.me 200', 'tokens.revoke 200', 'users.me 401'],
      ...['invitations.list 200', 'invitations.accept 200', 'projects.create 201'],
      ...['projects.members.add 201', 'projects.members.remove 204'],
    ],
  },
]
