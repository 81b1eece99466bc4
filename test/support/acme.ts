import { createMock, type Mock, type MockOptions, type Scenario } from '../../mocks/index.ts'
import { acme as base } from '../../mocks/policies/adaptive/acme.ts'
import type { Client } from '../../src/index.ts'

/** The e-mail address of one of acme's people. */
export const email = (name: string): string => `${name}@acme.test`

/** Scenario acme, plus a user in team admin for each admin:* permission, who holds that one alone. */
export const scenario: Scenario & Required<Pick<Scenario, 'roles'>> = {
  ...base,
  roles: [
    ...(base.roles ?? []),
    { key: 'role-manager', permissions: ['admin:manage_roles', 'team:read'] },
  ],
  users: [...base.users, { email: email('role-keeper'), teams: { admin: 'role-manager' } }],
}

/** A new platform of that scenario, and its people by the first part of their e-mail address. */
export interface Acme {
  mock: Mock
  /** A client of that person. Keys are open, so that invalid ones can be sent. */
  as(name: string): Client
  /** Id of the artifact of that name. */
  artifact(name: string): Promise<string>
}

export function acme(options: Omit<MockOptions<'adaptive'>, 'policy' | 'scenario'> = {}): Acme {
  const mock: Mock = createMock({ scenario, ...options })
  const as = (name: string): Client => mock.client({ as: email(name) })
  const artifact = async (name: string): Promise<string> => {
    for (const person of ['lead', 'support-lead', 'archivist']) {
      const { data } = await as(person).artifacts.list({ limit: 200 })
      const found = data.find((one) => one.name === name)
      if (found) return found.id
    }
    throw new Error(`acme has no artifact ${name}.`)
  }
  return { mock, as, artifact }
}
