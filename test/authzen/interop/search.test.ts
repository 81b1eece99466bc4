import { parsePolicy, parseScenario } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { at } from '../../mock/ask.ts'
import { type Endpoint, servePdp } from '../pdp.ts'
import { searchDecisions, searchPeople } from './decisions.ts'
import policyFile from './search-policy.json' with { type: 'json' }
import scenarioFile from './search-scenario.json' with { type: 'json' }

const pdp = servePdp({
  policy: parsePolicy(policyFile),
  scenario: parseScenario(scenarioFile),
})

const people = searchPeople
const records = Object.keys(searchDecisions)
const actions = ['view', 'edit', 'delete']

/** Whether a person may do something with a record. */
function allows(person: string, action: string, record: string): boolean {
  const column = people.findIndex((name) => name === person)
  const cell = searchDecisions[record]?.split(/ +/)[column] ?? ''
  return cell.includes(action.charAt(0))
}

const user = (id: string) => ({ type: 'user', id })
const record = (id: string) => ({ type: 'record', id })

const finds = async (endpoint: Endpoint, question: object, results: readonly object[]) => {
  const { status, body } = await pdp.ask(endpoint, question)
  expect([status, at(body, 'results')]).toEqual([200, results])
}

const pairs = <A, B>(all: readonly A[], others: readonly B[]) =>
  all.flatMap((one) => others.map((other) => [one, other] as const))

describe('interop: Search', () => {
  test.each(pairs(records, actions))('who may, with record %s: %s', (id, action) =>
    finds(
      'search/subject',
      { subject: { type: 'user' }, action: { name: action }, resource: record(id) },
      people.filter((person) => allows(person, action, id)).map(user),
    ),
  )

  test.each(pairs(people, actions))('which records %s may %s', (person, action) =>
    finds(
      'search/resource',
      { subject: user(person), action: { name: action }, resource: { type: 'record' } },
      records.filter((id) => allows(person, action, id)).map(record),
    ),
  )

  test.each(pairs(people, records))('what %s may do with record %s', (person, id) =>
    finds(
      'search/action',
      { subject: user(person), resource: record(id) },
      actions.filter((action) => allows(person, action, id)).map((name) => ({ name })),
    ),
  )
})

// An identity provider writes these records into the token of a person who signs in.
describe('interop: IdP', () => {
  test.each(people)('which records the token of %s has', (person) =>
    finds(
      'search/resource',
      { subject: user(person), action: { name: 'delete' }, resource: { type: 'record' } },
      records.filter((id) => allows(person, 'delete', id)).map(record),
    ),
  )
})
