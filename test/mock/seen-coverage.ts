import { type Coverage, createMock, type Mock } from '../../mocks/index.ts'
import type { Client } from '../../src/index.ts'

/** Rows of a coverage. */
export const operationIn = ({ operations: rows }: Coverage, name: string) =>
  rows.find(({ operation }) => operation === name)
export const ruleIn = ({ rules }: Coverage, id: string) => rules.find(({ rule }) => rule === id)
export const leafIn = ({ leaves }: Coverage, place: string) => leaves.find(({ at }) => at === place)

/** The place of the requirement of roles.create. */
export const createRole = '/rules/roles.create/require'
export const newRole = { key: 'reviewer', permissions: [] }

/** Makes a call whose refusal is expected. */
export const tried = (call: Promise<unknown>): Promise<unknown> => call.catch(() => undefined)

interface People {
  mock: Mock
  admin: Client
  lead: Client
}

/** A mock, and clients of two of its people. */
export function people(options: Parameters<typeof createMock>[0] = {}): People {
  const mock: Mock = createMock(options)
  return {
    mock,
    admin: mock.client({ as: 'admin@acme.test' }),
    lead: mock.client({ as: 'lead@acme.test' }),
  }
}
