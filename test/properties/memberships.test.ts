/**
 * Law: for any kind of membership, `can` says yes exactly where the call is answered 2xx, and a question
 * without arguments contradicts neither.
 */
import { describe, expect, test } from 'vitest'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { operations } from '../../src/generated/operations.ts'
import { resourceOf } from '../conformance/resource.ts'
import { evaluate } from './support/access.ts'
import { portion } from './runs.ts'
import { argumentsOf } from './support/arguments.ts'
import { point } from './support/people.ts'
import { type Sent, succeeded } from './support/send.ts'
import { everyStage, type Stage } from './support/stage.ts'

const me = { type: 'user', id: 'me' } as const
const organization = { type: 'organization', id: 'current' }

/** Steps that give a user each kind of membership; undefined where the platform has nobody for it. */
const standings = {
  active: () => {},
  paused: ({ store }: Stage, by: string) => {
    const user = store.tables.users.byKey(by)
    if (user) store.tables.users.put({ ...user, paused: true })
  },
  pending: ({ store }: Stage, by: string) => {
    const user = store.tables.users.byKey(by)
    if (user) store.tables.users.put({ ...user, status: 'pending' })
  },
  removed: ({ store }: Stage, by: string) => {
    const user = store.tables.users.byKey(by)
    if (!user) return
    store.tables.users.delete(user.id)
    store.tables.former.put(user)
  },
}

/** A few calls of every operation; of answers to invitations, all. */
function callsOf(stage: Stage): readonly Sent[] {
  const questions: Sent[] = [
    {
      operation: 'access.evaluate',
      args: [{ subject: me, action: { name: 'users.me' }, resource: organization }],
    },
    {
      operation: 'access.evaluateAll',
      args: [{ subject: me, action: { name: 'users.me' }, resource: organization }],
    },
    { operation: 'access.searchActions', args: [{ subject: me, resource: organization }] },
  ]
  const calls = Object.keys(operations)
    .filter(isOperation)
    .flatMap((operation) => {
      const isAnswer = /^(?:invitations|projects\.members)\.(?:get|accept|reject)$/.test(operation)
      return argumentsOf(stage, operation)
        .slice(0, isAnswer ? Infinity : 2)
        .map((args): Sent => ({ operation, args }))
    })
  return [...questions, ...calls.filter(({ operation }) => operation !== 'access.configuration')]
}

function expectOneAnswer(stage: Stage, by: string, call: Sent): void {
  const { operation, args } = call
  const answer = stage.trial(() => stage.send(by, call))
  const ask = (rolecall: object) =>
    evaluate(stage, by, {
      subject: me,
      action: { name: operation },
      resource: resourceOf(call),
      context: { rolecall },
    })
  const said = `${operation} ${JSON.stringify(args)}: ${answer.status} ${answer.body}`
  const { decision, context } = ask({ args, explain: true })
  expect(decision, said).toBe(succeeded(answer))
  if (!decision) expect(context?.status, said).toBe(answer.status)
  for (const resource of [resourceOf(call), organization]) {
    const question = { subject: me, action: { name: operation }, resource }
    const open = evaluate(stage, by, {
      ...question,
      context: { rolecall: { explain: true } },
    }).context
    if (open?.outcome === 'no') expect(succeeded(answer), `${said} ${open.text}`).toBe(false)
    if (open?.outcome === 'yes') expect(answer.json.code, said).not.toBe('member_paused')
    if (open?.outcome === 'yes') expect(answer.json.code, said).not.toBe('not_a_member')
  }
}

describe.each(everyStage)('on $name', ({ stage }) => {
  const invited = [...stage.world.invitations()].map(({ email }) => email)
  const entered = [...stage.world.projects()].flatMap(({ key }) =>
    [...stage.world.membersOf(key)].flatMap(({ subject: { type, id } }) =>
      type === 'email' ? [id] : [],
    ),
  )
  const people = [
    ...new Set([...stage.people.slice(0, 3), ...invited.slice(0, 2), ...entered.slice(0, 2)]),
  ]

  test.each(Object.entries(standings))('for a user who is %s', (_, become) => {
    const calls = callsOf(stage)
    const tried = people.filter((email) => stage.people.includes(email))
    for (const [index, by] of tried.entries()) {
      stage.trial(() => {
        become(stage, by)
        // Others for each person, so that a few cases try most of them.
        const offset = index % calls.length
        for (const call of portion([...calls.slice(offset), ...calls.slice(0, offset)])) {
          expectOneAnswer(stage, by, call)
        }
        const isMe = { operation: 'users.me', args: [] } as const
        expect(succeeded(stage.send(by, isMe))).toBe(true)
        if (stage.world.user(by)) {
          const about = { type: 'user', id: by } as const
          const question = { subject: about, action: { name: 'users.me' }, resource: organization }
          expect(evaluate(stage, point, question).decision).toBe(true)
        }
      })
    }
  })
})
