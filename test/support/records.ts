/** A policy about records, which others know by ids and types of their own. */
import type { Scenario } from 'rolecall/mocks'
import { definePolicy, type Requirement } from 'rolecall/policies'

const may = (permission: string): Requirement => ({ permission, in: 'organization' })

const rule = (id: string, text: string, require: Requirement) =>
  ({ id, text, require, origin: 'documented' }) as const

export const records = definePolicy({
  name: 'records',
  title: 'Records',
  description: 'Writers write records, and readers read them.',
  source: 'The house rules of the records',
  nouns: { team: 'team', project: 'folder' },
  types: {
    record: { artifact: 'record' },
    folder: 'project',
    person: 'user',
    house: 'organization',
  },
  permissions: {
    read: { description: 'Read a record.', origin: 'documented' },
    write: { description: 'Write a record.', origin: 'documented' },
  },
  roles: [
    {
      key: 'writer',
      name: 'Writer',
      scope: 'organization',
      permissions: '*',
      origin: 'documented',
    },
    {
      key: 'reader',
      name: 'Reader',
      scope: 'organization',
      permissions: ['read'],
      origin: 'documented',
    },
  ],
  teams: [],
  grants: {},
  kinds: {
    record: { description: 'A record.', get: 'read', update: 'write' },
    note: { description: 'A note, which is no record.', get: 'read', update: 'write' },
  },
  readings: [],
  sources: { project: { combine: 'highest', from: [] } },
  changes: {
    'users.me': { always: 'see' },
    'users.get': { always: 'see' },
    'users.list': { always: 'see' },
    'users.create': { always: 'admit', keys: { email: 'admit', role: 'admit' } },
    'users.remove': { always: 'admit' },
    'users.update': { keys: { role: 'admit' }, nothing: 'admit' },
    'projects.get': { always: 'see' },
    'projects.list': { always: 'see' },
    'artifacts.get': { ofKind: 'get' },
    'artifacts.list': { always: 'see' },
    'artifacts.update': { ofKind: 'update', keys: { name: 'write' } },
    'access.evaluate': { always: 'see' },
    'access.evaluateAll': { always: 'see' },
    'access.searchActions': { always: 'see' },
    'access.searchResources': { always: 'see' },
    'access.searchSubjects': { always: 'see' },
  },
  visibility: {},
  rules: {
    read: rule('RE-01', 'Readers read.', may('read')),
    write: rule('RE-02', 'Writers write.', may('write')),
    see: rule('RE-03', 'Everybody sees who and what there is.', { nothing: true }),
    admit: rule('RE-04', 'Writers admit people.', may('write')),
  },
  guards: [],
  invariants: [],
  effects: [],
})

const creator = 'admin@acme.test'

/** A long opaque id, as identity providers give them. */
export const opaque = 'CiRmZDA2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs'

export const house = {
  name: 'house',
  description: 'Two people, two records and a note.',
  organization: { name: 'House', plan: { name: 'free', features: [] } },
  users: [
    { email: creator, role: 'writer' },
    { email: 'alice@acme.test', externalId: 'alice', role: 'writer' },
    { email: 'bob@acme.test', externalId: opaque, role: 'reader' },
  ],
  projects: [{ key: 'shelf', externalId: '7', creator }],
  artifacts: [
    { kind: 'record', name: 'Hamlet', externalId: '101', project: 'shelf', creator },
    { kind: 'record', name: 'Othello', externalId: '102', project: 'shelf', creator },
    { kind: 'note', name: 'To do', externalId: '103', project: 'shelf', creator },
  ],
  personas: [{ user: creator, text: 'the writer' }],
} as const satisfies Scenario
