import { describe, expect, test } from 'vitest'
import type { Change } from '../../mocks/state/journal.ts'
import { Log } from '../../mocks/log/log.ts'
import { addUser } from '../../mocks/state/people.ts'
import { Store } from '../../mocks/state/store.ts'

const keep = () => true
const drop = () => false

function storeOf(): Store {
  const store = new Store('seed', { admins: [] })
  const plan = { name: 'free', features: [] }
  store.organization = { ...store.birth('organization'), name: 'Acme', plan }
  add(store, 'ada@acme.test')
  return store
}

const add = (store: Store, email: string) =>
  addUser(store, {
    email,
    name: email,
    type: 'human',
    status: 'active',
    teams: {},
    grants: {},
    paused: false,
  })

const emails = ({ tables }: Store) => [...tables.users].map(({ email }) => email)

describe('a fork of a store', () => {
  test('begins with the same bytes, and goes on alone', () => {
    const store = storeOf()
    const fork = store.fork()
    expect(JSON.stringify(fork)).toBe(JSON.stringify(store))
    add(fork, 'ben@acme.test')
    fork.organization = { ...fork.organization, name: 'Fork' }
    fork.clock.tick()
    add(store, 'cleo@acme.test')
    expect(emails(store)).toEqual(['ada@acme.test', 'cleo@acme.test'])
    expect(emails(fork)).toEqual(['ada@acme.test', 'ben@acme.test'])
    expect(store.organization.name).toBe('Acme')
    expect(store.now).not.toBe(fork.now)
  })

  test('has a state of its own, under which caches keep nothing of the original', () => {
    const store = storeOf()
    const { state } = store
    const fork = store.fork()
    expect(fork.state).not.toBe(state)
    expect(store.state).toBe(state)
  })

  test('outlives a rollback of the original', () => {
    const store = storeOf()
    const forks: Store[] = []
    store.transaction(() => {
      add(store, 'ben@acme.test')
      forks.push(store.fork())
      add(store, 'cleo@acme.test')
    }, drop)
    expect(emails(store)).toEqual(['ada@acme.test'])
    expect(forks.map(emails)).toEqual([['ada@acme.test', 'ben@acme.test']])
  })
})

describe('the listener of commits', () => {
  test('hears once of each outermost transaction that is kept and changed something', () => {
    const store = storeOf()
    const heard: (readonly Change[])[] = []
    store.onCommit = (changes) => heard.push(changes)
    store.transaction(() => {
      store.transaction(() => add(store, 'ben@acme.test'), keep)
      store.transaction(() => add(store, 'cleo@acme.test'), drop)
      const [ada] = store.tables.users
      if (ada) store.tables.users.delete(ada.id)
    }, keep)
    store.transaction(() => undefined, keep)
    store.transaction(() => add(store, 'dan@acme.test'), drop)
    add(store, 'eve@acme.test')
    expect(heard).toHaveLength(1)
    const told = heard.flat().filter(({ table }) => table !== 'counters')
    expect(told.map(({ table, before, after }) => ({ table, before, after }))).toMatchObject([
      { table: 'users', before: undefined, after: { email: 'ben@acme.test' } },
      { table: 'users', before: { email: 'ada@acme.test' }, after: undefined },
    ])
  })

  test('hears of the organization and the counters', () => {
    const store = storeOf()
    const heard: Change[] = []
    store.onCommit = (changes) => heard.push(...changes)
    store.transaction(() => {
      store.clock.tick()
      store.organization = { ...store.organization, name: 'Other' }
    }, keep)
    expect(heard.map(({ table, after }) => ({ table, after }))).toMatchObject([
      { table: 'counters', after: { sequence: 2 } },
      { table: 'organization', after: { name: 'Other' } },
    ])
  })

  test('is not that of a fork', () => {
    const store = storeOf()
    store.onCommit = () => expect.unreachable()
    const fork = store.fork()
    fork.transaction(() => add(fork, 'ben@acme.test'), keep)
    expect(fork.onCommit).toBeUndefined()
  })
})

test('a fork of a log goes on from the same memory, without requests', () => {
  const log = new Log('seed')
  const mail = { at: '2026-01-05T09:00:00.000Z', to: 'ada@acme.test', invitation: 'inv_1' }
  log.send(mail)
  log.noteSeen('usr_1', new Set(['usr_2']))
  log.nextId()
  const fork = log.fork()
  expect(fork.requests).toEqual([])
  expect(fork.outbox).toEqual([mail])
  fork.send(mail)
  fork.noteSeen('usr_3', new Set(['usr_2']))
  log.noteSeen('usr_4', new Set(['usr_2']))
  expect(log.outbox).toHaveLength(1)
  const seen = (one: Log) => ['usr_1', 'usr_3', 'usr_4'].map((id) => one.wasSeen(id, 'usr_2'))
  expect(seen(log)).toEqual([true, false, true])
  expect(seen(fork)).toEqual([true, true, false])
  expect(fork.nextId()).toBe(log.nextId())
})
