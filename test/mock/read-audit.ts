import { policies } from '../../mocks/policies/index.ts'
import type { Client } from '../../src/index.ts'
import { acmeOf } from '../support/acme-of.ts'

export const on = (policy: keyof typeof policies) => acmeOf(policies[policy])

export const operations = async (
  client: Client,
  query: Parameters<Client['audit']['list']>[0] = {},
) => {
  const { data } = await client.audit.list({ limit: 200, ...query })
  return data.map(({ operation }) => operation)
}

export const readBy = async (client: Client): Promise<string> =>
  JSON.stringify((await client.audit.list({ limit: 200 })).data)
