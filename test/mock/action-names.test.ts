/** The names of actions that a search finds: those that a question about such a resource may ask. */
import { createMock } from 'rolecall/mocks'
import { definePolicy, type Rule } from 'rolecall/policies'
import { expect, test } from 'vitest'
import { house, records } from '../support/records.ts'

const may = (permission: string) => ({ permission, in: 'organization' }) as const
const rule = (id: string, require: Rule['require']): Rule => ({
  id,
  text: `The sentence of ${id}.`,
  require,
  origin: 'documented',
})

/** Rules that are named as gateways ask, and not as permissions. */
const policy = definePolicy({
  ...records,
  kinds: {
    record: { description: 'A record.', get: 'record.read', update: 'record.write' },
    note: { description: 'A note.', see: 'note.see', update: 'note.write' },
  },
  changes: {
    'artifacts.get': { ofKind: 'get' },
    'artifacts.update': { ofKind: 'update' },
    'projects.get': { always: 'folder.open' },
    'access.evaluate': { always: 'ask' },
    'access.searchActions': { always: 'ask' },
  },
  rules: {
    'record.read': rule('RE-01', may('read')),
    'record.write': rule('RE-02', may('write')),
    'note.write': rule('RE-03', may('write')),
    'note.see': rule('RE-08', may('read')),
    'folder.open': rule('RE-04', may('read')),
    // No call asks it: it is there for gateways.
    'page.print': rule('RE-05', may('read')),
    // Named as an operation that the policy does not offer.
    'artifacts.delete': rule('RE-06', may('write')),
    ask: rule('RE-07', { nothing: true }),
  },
})

const { access } = createMock({ policy, scenario: house }).client({ enforcementPoint: true })
const found = async (who: string, type: string, id: string): Promise<readonly string[]> => {
  const asked = { subject: { type: 'person', id: who }, resource: { type, id } }
  const { results } = await access.searchActions(asked)
  for (const action of results) {
    expect(await access.evaluate({ ...asked, action }), action.name).toEqual({ decision: true })
  }
  return results.map(({ name }) => name)
}

test.each([
  ['alice', 'record', '101', ['artifacts.get', 'artifacts.update', 'record.read', 'record.write']],
  ['alice', 'artifact', '103', ['artifacts.update', 'note.write', 'note.see']],
  ['alice', 'folder', 'shelf', ['projects.get', 'folder.open']],
  ['alice', 'house', 'current', []],
  ['bob@acme.test', 'record', '101', ['artifacts.get', 'record.read']],
] as const)('what %s may do to %s %s', async (who, type, id, names) => {
  const questions = ['access.evaluate', 'access.searchActions']
  const all = await found(who, type, id)
  expect(all.filter((name) => !questions.includes(name))).toEqual([...names, 'page.print'])
})
