import { createClient, type Decision, type User } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { handlers } from 'rolecall/mocks/msw'

// A front end's own: no types of Node.
const mock = createMock({ seed: 1 })
export const all = handlers(mock, { baseUrl: 'https://platform.example' })
export const client = createClient<'adaptive'>({ baseUrl: 'https://platform.example', token: '' })

export async function mayCreate(): Promise<[User, Decision]> {
  return [
    await client.users.me(),
    await client.can('roles.create', { key: 'reviewer', permissions: ['use_case:read'] }),
  ]
}

// @ts-expect-error A permission that the policy does not have.
export const typo = client.can('roles.create', { key: 'reviewer', permissions: ['use_case:raed'] })
