import { checkPolicy } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { guard, rule } from './broken/broken.ts'
import { readLibrary, withAt } from './library.ts'

const libraryWith = (put: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(put).reduce<unknown>(
    (policy, [at, value]) => withAt(policy, at, value),
    readLibrary(),
  )

const onProject = (when: object) => ({ '/guards/0': guard({ when }) })
const onUser = (when: object) => ({ '/guards/0': guard({ on: ['users.update'], when }) })

describe('a condition that some states meet, and some do not, is sound', () => {
  test.each([
    ['one of the roles', onUser({ field: 'actor.role', is: ['librarian', 'reader'] })],
    ['no role', onUser({ field: 'user.role', is: null })],
    ['no owner', onProject({ field: 'project.owner', is: null })],
    ['no value of two', onUser({ field: 'input.paused', is: [true, false] })],
    [
      'two items of one list',
      {
        '/rules/role.make': rule({ permission: 'member:manage', in: 'organization' }),
        '/changes/roles.create': {
          keys: { key: 'role.make', name: 'role.make', permissions: 'role.make' },
        },
        '/changes/roles.list': { always: 'me' },
        '/changes/roles.get': { always: 'me' },
        '/guards/0': guard({
          on: ['roles.create'],
          when: {
            all: [
              { field: 'input.permissions', is: 'shelf:read' },
              { field: 'input.permissions', is: 'shelf:tidy' },
            ],
          },
        }),
      },
    ],
  ])('%s', (_, put) => {
    const found = checkPolicy(libraryWith(put)).filter(({ pointer }) =>
      pointer.startsWith('/guards'),
    )
    expect(found).toEqual([])
  })

  test('and cases of true and false cover everything', () => {
    const always = [
      { when: { field: 'project.private', is: true }, ask: 'shelf.keep' },
      { when: { field: 'project.private', is: false }, ask: 'member:manage' },
    ]
    expect(checkPolicy(libraryWith({ '/changes/projects.delete/always': always }))).toEqual([])
  })
})
