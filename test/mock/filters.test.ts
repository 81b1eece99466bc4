import { createMock, crowd } from 'rolecall/mocks'
import { expect, test } from 'vitest'

const mock = createMock({ scenario: crowd({ users: 400, teams: 4 }) })
const admin = mock.client({ as: 'admin@acme.test' })
const all = mock.users()

const filters = [
  { status: 'pending' },
  { status: 'active', role: 'annotator' },
  { team: 'research', status: 'pending' },
  { team: 'research', role: 'inference', status: 'active', type: 'human' },
  { team: 'support', type: 'service' },
  { email: 'admin@acme.test', status: 'active' },
  { email: 'admin@acme.test', status: 'pending' },
] as const

test.each(filters)(
  'users.list with %o gives those that meet each filter, page by page',
  async (filter) => {
    const {
      email,
      status,
      team,
      role,
      type,
    }: {
      email?: string
      status?: string
      team?: string
      role?: string
      type?: string
    } = filter
    const wanted = all.filter(
      (user) =>
        (email === undefined || user.email === email) &&
        (status === undefined || user.status === status) &&
        (team === undefined || Object.hasOwn(user.teams, team)) &&
        (role === undefined || Object.values(user.teams).includes(role)) &&
        type !== 'service',
    )
    const found: string[] = []
    for await (const user of admin.users.list({ ...filter, limit: 7 })) found.push(user.email)
    expect(found.toSorted()).toEqual(wanted.map((user) => user.email).toSorted())
  },
)
