import { parsePolicy, parseScenario } from 'rolecall/mocks'
import policyFile from './policy.json' with { type: 'json' }
import scenarioFile from './scenario.json' with { type: 'json' }

/** The fixture of the certification scenario. */
export const fixture = {
  policy: parsePolicy(policyFile),
  scenario: parseScenario(scenarioFile),
}

export const alice = { type: 'user', id: 'alice' }
export const bob = { type: 'user', id: 'bob' }
/** Bob, with the property that makes him an admin. */
export const admin = { ...bob, properties: { role: 'admin' } }

export const read = { name: 'read' }
export const write = { name: 'write' }
export const remove = (soft: boolean) => ({ name: 'delete', properties: { soft } })

export const first = { type: 'record', id: 'record-1' }
export const second = { type: 'record', id: 'record-2' }
/** Each record with its own status. */
export const active = { ...first, properties: { status: 'active' } }
export const archived = { ...second, properties: { status: 'archived' } }

export const context = { time: '2026-06-27T18:03-07:00', ip: '192.0.2.1' }

/** A question that is answered with yes. */
export const question = { subject: alice, action: read, resource: first }
