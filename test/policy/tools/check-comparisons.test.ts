import { describe, expect, test } from 'vitest'
import { effect, effectAt, fieldProblems, guard, guardAt, withOne } from './field-problems.ts'

describe('a comparison that never holds is reported', () => {
  test.each([
    ['user.status', 'paused', 'user.status is never "paused".', 'It is one of pending, active.'],
    ['user.type', 'humn', 'user.type is never "humn".', 'Did you mean human?'],
    ['user.paused', 'true', 'user.paused is never "true".', 'It is true or false.'],
    ['input.paused', 1, 'input.paused is never 1.', 'It is true or false.'],
    ['user.teams', 'support', 'user.teams is never "support".', 'user.teams.<key>'],
    ['actor.email', 'Boss@acme.test', 'actor.email is never', 'in lower case'],
    ['actor.email', 'boss@intranet', 'actor.email is never', 'It is an e-mail address'],
    ['actor.role', 7, 'actor.role is never 7.', 'It is text.'],
    ['organization.plan.seats', '3', 'never "3"', 'It is a number.'],
    ['user.role', ['admin', true], 'user.role is never true.', 'It is text.'],
  ])('%s %j', (field, is, message, fix) => {
    expect(fieldProblems(withOne(guardAt, guard('users.update', field, is)))).toEqual([
      {
        severity: 'error',
        code: 'impossible_value',
        pointer: `${guardAt}/when/field`,
        message: expect.stringContaining(message) as unknown,
        fix: expect.stringContaining(fix) as unknown,
      },
    ])
  })

  test('and a role that is no text', () => {
    const done = { joinTeam: { key: 'a' }, role: { field: 'user.paused' } }
    const policy = withOne(effectAt, { ...effect('users.update'), do: done })
    expect(fieldProblems(policy).map(({ message }) => message)).toEqual([
      'user.paused does not hold text.',
    ])
  })
})
