import { policies } from '../../mocks/policies/index.ts'
import type { Mock } from '../../mocks/index.ts'
import { acmeOf } from '../support/acme-of.ts'
import { as, at } from './ask.ts'

export const admin = 'admin@acme.test'
export const platform = 'platform@acme.test'
export const key = { 'idempotency-key': 'once' }
export const robot = { email: 'robot@acme.test', type: 'service', teams: { support: 'inference' } }

/** A platform, and its people by the first part of their e-mail address. */
export const on = ({ policy = 'adaptive' }: { policy?: keyof typeof policies } = {}) => {
  const acme = acmeOf(policies[policy])
  return { ...acme, by: (name: string) => as(acme.mock, `${name}@acme.test`) }
}

export const isReplay = (answer: { headers: Headers }) => answer.headers.get('idempotency-replayed')

/** The last lines of the audit, as one person reads it. */
export const auditOf = async (mock: Mock, operation: string, reader = admin) => {
  const { body } = await as(mock, reader)(`GET /v1/audit?operation=${operation}&limit=200`)
  const data = at(body, 'data')
  return Array.isArray(data) ? data : []
}
