import type { MockOptions, Scenario } from '../../mocks/index.ts'
import { acme as base } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive } from '../../mocks/policies/index.ts'
import { type Acme, acmeOf, email } from './acme-of.ts'

/** Scenario acme, plus a user in team admin for each admin:* permission, who holds that one alone. */
export const scenario: Scenario & Required<Pick<Scenario, 'roles'>> = {
  ...base,
  roles: [
    ...(base.roles ?? []),
    { key: 'role-manager', permissions: ['admin:manage_roles', 'team:read'] },
  ],
  users: [...base.users, { email: email('role-keeper'), teams: { admin: 'role-manager' } }],
}

/** A new platform of that scenario. */
export function acme(options: Omit<MockOptions<'adaptive'>, 'policy' | 'scenario'> = {}): Acme {
  const platform = acmeOf(adaptive, { scenario, ...options })
  const artifact = async (name: string): Promise<string> => {
    // Nobody sees every use case.
    for (const person of ['lead', 'support-lead', 'archivist']) {
      const { data } = await platform.as(person).artifacts.list({ limit: 200 })
      const found = data.find((one) => one.name === name)
      if (found) return found.id
    }
    throw new Error(`acme has no artifact ${name}.`)
  }
  return { ...platform, artifact }
}
