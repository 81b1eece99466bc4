import { parsePolicy, parseScenario } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { servePdp } from '../pdp.ts'
import { todoBatches, todoDecisions, type TodoPerson } from './decisions.ts'
import policyFile from './todo-policy.json' with { type: 'json' }
import scenarioFile from './todo-scenario.json' with { type: 'json' }

const pdp = servePdp({
  policy: parsePolicy(policyFile),
  scenario: parseScenario(scenarioFile),
})

interface Person {
  /** The long opaque id by which the identity provider knows the person. */
  readonly pid: string
  readonly email: string
  /** The id of the person's todo. */
  readonly todo: string
}

const todoOf = (last: number) => `7240d0db-8ff0-41ec-98b2-34a096273b${last}`
const pidOf = (letters: string) =>
  `CiRmZD${letters}MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs`

const people: Readonly<Record<TodoPerson, Person>> = {
  rick: { pid: pidOf('A2'), email: 'rick@the-citadel.com', todo: todoOf(92) },
  morty: { pid: pidOf('E2'), email: 'morty@the-citadel.com', todo: todoOf(91) },
  summer: { pid: pidOf('I2'), email: 'summer@the-smiths.com', todo: todoOf(93) },
  beth: { pid: pidOf('M2'), email: 'beth@the-smiths.com', todo: todoOf(94) },
  jerry: { pid: pidOf('Q2'), email: 'jerry@the-smiths.com', todo: todoOf(95) },
}

const names = Object.keys(people).filter((name): name is TodoPerson => name in people)
const user = (name: TodoPerson) => ({ type: 'user', id: people[name].email })
const subjectOf = (name: TodoPerson) => ({ type: 'user', id: people[name].pid })
const list = { type: 'todo', id: 'todo-1' }
const todo = (owner: TodoPerson) => {
  const { todo: id, email: ownerID } = people[owner]
  return { type: 'todo', id, properties: { ownerID } }
}
/** Whose todo is asked about beside Rick's: one's own, and Rick of Morty's. */
const other = (name: TodoPerson): TodoPerson => (name === 'rick' ? 'morty' : name)

/** The questions about one person, in the order of the columns of `todoDecisions`. */
const questionsOf = (name: TodoPerson) => [
  { action: 'can_read_user', resource: user('beth') },
  { action: 'can_read_user', resource: user(name) },
  { action: 'can_read_todos', resource: list },
  { action: 'can_create_todo', resource: list },
  { action: 'can_update_todo', resource: todo('rick') },
  { action: 'can_update_todo', resource: todo(other(name)) },
  { action: 'can_delete_todo', resource: todo('rick') },
  { action: 'can_delete_todo', resource: todo(other(name)) },
]

describe('interop: Todo', () => {
  const cases = names.flatMap((name) => {
    const decisions = todoDecisions[name].split(' ')
    return questionsOf(name).map((question, column) => ({ name, ...question, column, decisions }))
  })

  test.each(cases)('$name $action, question $column', async (one) => {
    const { name, action, resource, column, decisions } = one
    const question = { subject: subjectOf(name), action: { name: action }, resource }
    const { status, body } = await pdp.ask('evaluation', question)
    expect([status, body]).toEqual([200, { decision: decisions[column] === '+' }])
  })

  test.each(todoBatches)('%s completes the todos of %s: %s', async (name, owners, decisions) => {
    const batch = {
      subject: subjectOf(name),
      action: { name: 'can_update_todo' },
      // As the app sends it: each evaluation has a resource of its own.
      resource: {},
      context: {},
      evaluations: owners.map((owner) => ({ resource: todo(owner) })),
    }
    const { status, body } = await pdp.ask('evaluations', batch)
    const evaluations = decisions.split(' ').map((sign) => ({ decision: sign === '+' }))
    expect([status, body]).toEqual([200, { evaluations }])
  })
})
