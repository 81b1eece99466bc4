import { checkPolicy, type PolicyProblem } from 'rolecall/mocks'
import { policies, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { problemsWith, readLibrary } from './library.ts'

const library = readLibrary()
const keep = '/rules/shelf.keep/require'

const brief = (problems: readonly PolicyProblem[]) =>
  problems.map(({ code, pointer }) => `${code} ${pointer}`)

test.each(Object.values<Policy>(policies))('policy $name has no problems', (policy) => {
  expect(checkPolicy(policy)).toEqual([])
})

test.each(['/name', '/title', '/rules/shelf.keep/text'])('%s must not be empty', (at) => {
  expect(brief(problemsWith([at, ' ']))).toEqual([`empty_text ${at}`])
})

test.each(['/name', '/title', '/rules/shelf.keep/text', '/permissions/shelf:tidy/description'])(
  '%s must not hold control characters',
  (at) => {
    const problems = problemsWith([at, 'a\u001b[31mb'])
    expect(brief(problems)).toEqual([`not_in_document ${at}`])
    expect(problems).toMatchObject([
      {
        severity: 'error',
        message: String.raw`"a\u001b[31mb" holds characters that no answer of the API may contain.`,
        fix: expect.stringMatching(/^Leave out control characters, /),
      },
    ])
  },
)

describe('unknown names', () => {
  test.each([
    ['unknown_permission', '/roles/1/permissions/0', 'shelf:raed', 'Did you mean shelf:read?'],
    [
      'unknown_permission',
      '/rules/me/require',
      { permission: 'x:y', in: 'organization' },
      'Define',
    ],
    ['unknown_permission', '/rights', { upload: 'shelf:reed' }, 'Did you mean'],
    ['unknown_permission', '/invariants/0/count/holding', 'member:manages', 'Did you mean'],
    ['unknown_grant', '/roles/1/grants', { extra: ['shelf:tidy'] }, 'Define "extra" in /grants'],
    ['unknown_role', '/settings', { defaultRole: 'raeder' }, 'Did you mean reader?'],
    ['unknown_role', '/invariants/0/count', { role: 'owner' }, 'Name one of librarian, reader'],
    [
      'unknown_role',
      '/effects/0',
      { rule: 'LB-06', on: ['sign_up'], do: { setRole: 'guest', of: 'actor' } },
      'Name one of',
    ],
    [
      'unknown_role',
      '/sources/project/from/0',
      { rule: 'LB-06', through: 'creation', roles: ['caretaker'] },
      'Define "caretaker" in /roles',
    ],
    ['unknown_category', '/roles/0/category', 'flow', 'Remove the category'],
    ['unknown_operation', '/changes/project.list', { always: 'me' }, 'Did you mean projects.list'],
    ['unknown_key', '/changes/projects.update/keys/nam', 'shelf.keep', 'Did you mean name?'],
    ['unknown_key', '/changes/projects.create/required', ['colour'], 'Its keys are key'],
    ['missing_rule', '/changes/users.list/always', 'member:mange', 'Did you mean member:manage?'],
    ['missing_rule', '/kinds/map', { description: 'A map.', get: 'scroll' }, 'Add "scroll"'],
    [
      'unknown_action',
      '/effects/0',
      { rule: 'LB-06', on: ['organization.transferOwnership'], do: { setOwner: 'actor' } },
      'Offer it in /changes',
    ],
  ])('%s at %s', (code, at, value, fix) => {
    const [first, ...rest] = problemsWith([at, value])
    // An unknown name may also be without effect, which is reported too.
    expect(rest.filter((other) => other.code !== 'no_effect')).toEqual([])
    expect(first).toMatchObject({ code, fix: expect.stringContaining(fix) as unknown })
    expect(first?.pointer.startsWith(at)).toBe(true)
  })

  test('a category in a condition', () => {
    const guard = {
      rule: 'LB-06',
      on: ['projects.members.update'],
      when: { field: 'next.roles.flow', is: null },
      status: 409,
      code: 'invalid_state',
      text: 'No.',
    }
    const problems = problemsWith(
      ['/changes/projects.members.update', { keys: { roles: 'shelf.keep' } }],
      ['/guards/0', guard],
    )
    expect(brief(problems)).toContain('unknown_category /guards/0/when/field')
  })
})

describe('unused parts', () => {
  test('a role without permissions, unless it says what it is for or is the lowest of several', () => {
    const guest = { key: 'guest', name: 'Guest', scope: 'organization', permissions: [] }
    const other = { ...guest, key: 'other', origin: 'reading' }
    const first = { ...guest, origin: 'reading' }
    expect(problemsWith(['/roles/2', first])).toEqual([])
    expect(brief(problemsWith(['/roles/2', first], ['/roles/3', other]))).toEqual([
      'empty_role /roles/2/permissions',
      'empty_role /roles/3/permissions',
    ])
    const told = { ...other, description: 'May come in.' }
    expect(brief(problemsWith(['/roles/2', first], ['/roles/3', told]))).toEqual([
      'empty_role /roles/2/permissions',
    ])
    expect(brief(problemsWith(['/roles/2', { ...first, scope: 'team' }]))).toEqual([
      'empty_role /roles/2/permissions',
    ])
  })

  test('a duplicate role', () => {
    expect(brief(problemsWith(['/roles/2', library.roles[1]]))).toEqual([
      'duplicate_role /roles/2/key',
    ])
  })

  test('an unused rule, and a permission that no rule requires', () => {
    expect(brief(problemsWith(['/rules/spare', library.rules.me]))).toEqual([
      'unused_rule /rules/spare',
    ])
    const spare = { description: 'Nothing.', origin: 'reading' }
    expect(brief(problemsWith(['/permissions/spare:use', spare]))).toEqual([
      'unused_permission /permissions/spare:use',
    ])
  })
})

describe('a wrong format', () => {
  test.each([
    ['', 7, 'It is 7.', 'It must be an object with name'],
    ['/nouns', undefined, 'nouns is missing.', 'Add "nouns": an object with team, project.'],
    ['/noun', {}, 'noun is not a known key.', 'Did you mean nouns?'],
    ['/roles/0/scope', 'organisation', 'It is "organisation".', 'Did you mean organization?'],
    ['/roles/0/scope', 'x'.repeat(1000), `It is "${'x'.repeat(100)}…".`, 'It must be one of'],
    ['/roles/0/scope', 'team\u202e', 'It is "team\\u202e".', 'Did you mean team?'],
    ['/roles/0/permissions', 'all', 'It is "all".', 'It must be "*", or a list.'],
    ['/invariants/0/atLeast', '1', 'It is "1".', 'It must be a number.'],
    [
      `${keep}/any/1`,
      { creater: 'project' },
      'The object has none of the keys',
      'Add one of: all, any',
    ],
    [`${keep}/any/1`, { creator: 'project', in: 'team' }, 'in is not a known key.', 'Remove it'],
    [`${keep}/any/0`, { permission: 'shelf:tidy' }, 'in is missing.', 'Add "in".'],
  ])('at %j: %j', (at, value, message, fix) => {
    const [first] = problemsWith([at, value])
    expect(first).toMatchObject({
      code: 'shape',
      message: expect.stringContaining(message) as unknown,
      fix: expect.stringContaining(fix) as unknown,
    })
  })
})
