import { createMock, type Mock, type MockOptions } from '../../mocks/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import type { Client } from '../../src/index.ts'

/** The e-mail address of one of acme's people. */
export const email = (name: string): string => `${name}@acme.test`

/** A new platform, and its people by the first part of their e-mail address. */
export interface Acme {
  mock: Mock
  /** A client of that person. Keys are open, so that invalid ones can be sent. */
  as(name: string): Client
  /** Id of the artifact of that name. */
  artifact(name: string): Promise<string>
  /** Id of the last invitation to that person. */
  invitation(name: string): Promise<string>
  /** Id of that person's own entry on the project, or of their address's. */
  entry(project: string, name: string): Promise<string>
}

/** The policy's scenario acme, or the one of the options; its `admin` sees everything. */
export function acmeOf(policy: Policy, options: Omit<MockOptions<Policy>, 'policy'> = {}): Acme {
  const mock = createMock({ policy, ...options })
  const as = (name: string): Client => mock.client({ as: email(name) })
  const last = (ids: readonly { id: string }[], what: string): string => {
    const id = ids.at(-1)?.id
    if (id === undefined) throw new Error(`The scenario has no ${what}.`)
    return id
  }
  return {
    mock,
    as,
    artifact: async (name) => {
      const { data } = await as('admin').artifacts.list({ limit: 200 })
      return last(
        data.filter((one) => one.name === name),
        `artifact ${name}`,
      )
    },
    invitation: async (name) => {
      const { data } = await as('admin').invitations.list({ email: email(name), limit: 200 })
      return last(data, `invitation of ${name}`)
    },
    entry: async (project, name) => {
      const { id } = await as('admin').users.get(email(name))
      const { data } = await as('admin').projects.members.list(project, { limit: 200 })
      return last(
        data.filter(({ subject }) => [id, email(name)].includes(subject.id)),
        `entry of ${name}`,
      )
    },
  }
}
