import { createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { problemsWith, readLibrary, withAt } from './library.ts'

const library = readLibrary()
const keep = '/rules/shelf.keep/require'
const tidy = { permission: 'shelf:tidy', in: 'organization' }
const made = { creator: 'project' }

describe('requirements that are never decisive', () => {
  const read = { permission: 'shelf:read', in: 'organization' }
  const member = { member: 'organization' }

  test.each([
    ['one that everyone meets', { any: [tidy, { nothing: true }] }, ['/any/0']],
    ['one that is required anyway', { all: [tidy, { nothing: true }] }, ['/all/1']],
    ['the same once more', { any: [tidy, made, tidy] }, ['/any/2']],
    ['the same once more, required', { all: [made, tidy, made] }, ['/all/2']],
    ['membership beside a permission there', { all: [member, read] }, ['/all/0']],
    ['a permission beside membership', { any: [read, member] }, ['/any/0']],
    [
      'an alternative with a further requirement',
      { any: [tidy, { all: [tidy, made] }] },
      ['/any/1'],
    ],
    ['a choice with a required part', { all: [made, { any: [tidy, made] }] }, ['/all/1']],
    ['a nested part', { any: [made, { all: [tidy, read, read] }] }, ['/any/1/all/2']],
    [
      'a team by its key beside any',
      { any: [{ member: { team: 'a' } }, { member: 'any_team' }] },
      ['/any/0'],
    ],
    [
      'an owner’s path beside membership',
      { all: [{ path: 'owner' }, { member: 'project' }] },
      ['/all/1'],
    ],
    ['an empty choice', { any: [] }, ['']],
    ['no requirement', { all: [] }, ['']],
  ])('%s', (_, requirement, places) => {
    const found = problemsWith([keep, requirement]).filter(({ code }) => code === 'never_decisive')
    expect(found.map(({ pointer }) => pointer)).toEqual(places.map((place) => keep + place))
  })

  test.each([
    ['alternatives of their own', { any: [tidy, read, made] }],
    ['requirements of their own', { all: [tidy, read, made] }],
    ['the same permission in two scopes', { any: [tidy, { ...tidy, in: 'team' }] }],
    ['somebody else’s membership', { all: [member, { ...member, who: 'user' }] }],
  ])('but not %s', (_, requirement) => {
    const found = problemsWith([keep, requirement])
    expect(found.filter(({ code }) => code === 'never_decisive')).toEqual([])
  })

  test('nor a permission that no role gives there', () => {
    expect(problemsWith([keep, { any: [{ ...tidy, in: 'project' }, made] }])).toEqual([
      {
        severity: 'warning',
        code: 'unreachable',
        pointer: `${keep}/any/0`,
        message: 'Nobody can meet this requirement: no role gives shelf:tidy on a project.',
        fix: 'Add the permission to a role that is held there, or require it in another scope.',
      },
    ])
    const onShelves = { rule: 'LB-06', through: 'organization_role' }
    expect(
      problemsWith(
        [keep, { any: [{ ...tidy, in: 'project' }, made] }],
        ['/sources/project/from/0', onShelves],
      ),
    ).toEqual([])
  })
})

describe('several requirements or conditions in one object', () => {
  const when = '/guards/0/when'
  const guard = {
    rule: 'LB-06',
    on: ['projects.delete'],
    when: {},
    status: 409,
    code: 'invalid_state',
    text: 'No.',
  }
  const isPrivate = { field: 'project.private', is: true }

  test.each<readonly [what: string, at: string, value: object, keys: string, parts: string]>([
    [
      'two requirements',
      `${keep}/any/0`,
      { ...tidy, ...made },
      'permission and creator',
      '{"permission": …, "in": …}, {"creator": …}',
    ],
    [
      'the same, in place of the whole',
      keep,
      { ...made, ...tidy },
      'permission and creator',
      '{"permission": …, "in": …}, {"creator": …}',
    ],
    [
      'one of them incomplete',
      keep,
      { ...made, permission: 'shelf:tidy' },
      'permission and creator',
      '{"permission": …, "in": …}, {"creator": …}',
    ],
    [
      'three, two with a key in common',
      keep,
      { ...tidy, covers: 'handed_out', member: 'organization', who: 'user' },
      'permission, member and covers',
      '{"permission": …, "in": …}, {"member": …, "who": …}, {"covers": …, "in": …}',
    ],
    [
      'a choice beside one',
      keep,
      { any: [tidy, made], self: 'user' },
      'any and self',
      '{"any": …}, {"self": …}',
    ],
    [
      'two conditions',
      when,
      { ...isPrivate, not: { field: 'project.owner', is: null } },
      'field and not',
      '{"field": …, "is": …}, {"not": …}',
    ],
  ])('%s', (_, at, value, keys, parts) => {
    const put: readonly [string, unknown][] = at === when ? [['/guards/0', guard]] : []
    expect(problemsWith(...put, [at, value])).toEqual([
      {
        severity: 'error',
        code: 'shape',
        pointer: at,
        message: `${keys} can't be keys of one object.`,
        fix: `Wrap them in all or any: {"all": [${parts}]}.`,
      },
    ])
  })

  test('a mock says so too', () => {
    const policy = withAt(library, keep, { ...tidy, ...made })
    expect(() => Reflect.apply(createMock, undefined, [{ policy }])).toThrow(
      `policy${keep}: permission and creator can't be keys of one object. Wrap them in all or any: `,
    )
  })

  test('where none can be wrapped, a key too many is unknown', () => {
    expect(
      problemsWith(['/invariants/0/count', { role: 'librarian', every: 'user' }]),
    ).toMatchObject([{ code: 'shape', fix: expect.stringContaining('Remove it') as unknown }])
  })
})
