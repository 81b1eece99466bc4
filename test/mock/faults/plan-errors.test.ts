import { ConfigurationError, createMock, parseFaults } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'

/** A rule that is wrong, and the message about it, after its place. */
const wrongRules: readonly (readonly [rule: object, message: string])[] = [
  [
    {},
    'rules[0]: The rule does nothing. Add one of latency, status, rate, connection, offline, stale.',
  ],
  [
    { offline: false },
    'rules[0]: The rule does nothing. Add one of latency, status, rate, connection, offline, stale.',
  ],
  [
    { on: 'user.list', status: 503 },
    'rules[0].on: No operation is called "user.list". Did you mean users.list?',
  ],
  [
    { on: ['users.*', 'team.*'], status: 503 },
    'rules[0].on[1]: No operation is called "team.*". Did you mean teams.*?',
  ],
  [
    { on: 'nothing at all', status: 503 },
    'rules[0].on: No operation is called "nothing at all". Use a name such as "users.list", or a pattern such as "*.list".',
  ],
  [
    { on: [], status: 503 },
    'rules[0].on: It is empty. Name an operation, such as "users.list", or leave it out for every request.',
  ],
  [{ on: 5, status: 503 }, 'rules[0].on: It is 5. It must be'],
  [
    { as: [], status: 503 },
    'rules[0].as: It is empty. Name a user by id or e-mail address, or leave it out for everyone.',
  ],
  [{ as: '', status: 503 }, 'rules[0].as: It is empty.'],
  [{ share: 2, status: 503 }, 'rules[0].share: It is 2. It must be a number from 0 to 1.'],
  [{ share: '10%', status: 503 }, 'rules[0].share: It is "10%". It must be a number.'],
  [{ nth: 0, status: 503 }, 'rules[0].nth: It is 0. It must be a whole number, at least 1.'],
  [
    { nth: [1, 2.5], status: 503 },
    'rules[0].nth[1]: It is 2.5. It must be a whole number, at least 1.',
  ],
  [
    { nth: { every: -3 }, status: 503 },
    'rules[0].nth.every: It is -3. It must be a whole number, at least 1.',
  ],
  [
    { nth: { from: 3, to: 1 }, status: 503 },
    'rules[0].nth: It ends at call 1, before it begins at call 3. Write the smaller number as from.',
  ],
  [
    { nth: {}, status: 503 },
    'rules[0].nth: It names no call. Write a number, a list of numbers, or an object such as {"every": 3} or {"from": 3, "to": 5}.',
  ],
  [
    { nth: { evry: 3 }, status: 503 },
    'rules[0].nth.evry: evry is not a known key. Did you mean every?',
  ],
  [{ times: 0, status: 503 }, 'rules[0].times: It is 0. It must be a whole number, at least 1.'],
  [{ while: {}, status: 503 }, 'rules[0].while: It says no time. Add "from", "until" or both.'],
  [
    { while: { from: 'noon' }, status: 503 },
    'rules[0].while.from: It is "noon". It must be a date and time with its zone, such as 2026-01-05T09:00:00Z.',
  ],
  [
    { while: { until: '2026-13-05T09:00:00Z' }, status: 503 },
    'rules[0].while.until: It is "2026-13-05T09:00:00Z".',
  ],
  [
    { while: { from: '2026-01-06T00:00:00Z', until: '2026-01-05T00:00:00Z' }, status: 503 },
    'rules[0].while: It ends before it begins. "until" must be later than "from".',
  ],
  [{ latency: -1 }, 'rules[0].latency: It is -1. It must be milliseconds, from 0 to 3600000.'],
  [
    { latency: { median: 300, p99: 200 } },
    'rules[0].latency.p99: It is 200. It must be at least the median, 300.',
  ],
  [{ latency: { median: 300 } }, 'rules[0].latency: p99 is missing. Add "p99": a number.'],
  [{ status: 200 }, 'rules[0].status: It is 200. It must be a whole number from 400 to 599.'],
  [{ statu: 503 }, 'rules[0].statu: statu is not a known key. Did you mean status?'],
  [
    { status: 404, problem: { code: 'not_fund' } },
    'rules[0].problem.code: It is "not_fund". Did you mean not_found?',
  ],
  [
    { status: 404, problem: { code: 'key_taken' } },
    'rules[0].problem.code: No 404 has the code key_taken. Use not_found.',
  ],
  [{ status: 409, problem: { code: 'gone' } }, 'rules[0].problem.code: No 409 has the code gone.'],
  [
    { status: 418, problem: { code: 'gone' } },
    'rules[0].problem.code: No 418 has the code gone. Leave it out: the API has no code for this status.',
  ],
  [
    { latency: 5, problem: { detail: 'Slow.' } },
    'rules[0].problem: It belongs to a status. Add "status", such as 503, or leave it out.',
  ],
  [{ latency: 5, retryAfter: 1000 }, 'rules[0].retryAfter: It belongs to a status.'],
  [
    { status: 503, retryAfter: -1 },
    'rules[0].retryAfter: It is -1. It must be milliseconds, from 0 to 3600000.',
  ],
  [
    { rate: { requests: 0, per: 1000 } },
    'rules[0].rate.requests: It is 0. It must be a whole number from 1 to 1000000.',
  ],
  [
    { rate: { requests: 5, per: 0.5 } },
    'rules[0].rate.per: It is 0.5. It must be a whole number of milliseconds, from 1 to a day (86400000).',
  ],
  [{ connection: 'resett' }, 'rules[0].connection: It is "resett". Did you mean reset?'],
  [
    { status: 503, offline: true },
    "rules[0].offline: A rule can't have status and offline. Split it into several rules: the first that strikes decides.",
  ],
  [
    { stale: true, rate: { requests: 1, per: 1 } },
    "rules[0].stale: A rule can't have rate and stale.",
  ],
  [
    { connection: 'cut', effect: 'before' },
    'rules[0].effect: It can\'t be "before" here. Leave it out.',
  ],
  [{ offline: true, effect: 'after' }, 'rules[0].effect: It can\'t be "after" here.'],
  [{ latency: 5, effect: 'after' }, 'rules[0].effect: It can\'t be "after" here.'],
  [
    { on: 'roles.list', stale: true },
    'rules[0].stale: None of these operations takes If-Match. Name one that does, such as "users.update", or leave "on" out.',
  ],
]

describe('a wrong plan is refused, with the place, the fault and the fix', () => {
  test.each(wrongRules)('%j', (rule, message) => {
    const parse = () => parseFaults({ rules: [rule] })
    expect(parse).toThrow(ConfigurationError)
    expect(parse).toThrow(`faults: ${message}`)
  })

  test.each([
    [
      undefined,
      'faults must be a plan, such as { rules: [{ status: 503, times: 3 }] }, not undefined.',
    ],
    [[], 'faults must be a plan, such as { rules: [{ status: 503, times: 3 }] }, not a list.'],
    ['slow', 'faults must be a plan'],
    [{}, 'faults: rules is missing. Add "rules": a list.'],
    [{ rules: {} }, 'faults: rules: It is an object. It must be a list.'],
    [{ rules: [], sed: 1 }, 'faults: sed: sed is not a known key. Did you mean seed?'],
    [
      { rules: [], seed: '' },
      'faults: seed: It is empty. Write a text or a number, or leave it out.',
    ],
    [{ rules: [{ latency: Number.NaN }] }, 'NaN'],
  ])('%j', (plan, message) => {
    expect(() => parseFaults(plan)).toThrow(message)
  })

  test('the message counts the other faults', () => {
    const plan = { rules: [{ status: 200 }, { share: 2, latency: -1 }] }
    expect(() => parseFaults(plan, 'slow.json')).toThrow(
      'slow.json: rules[0].status: It is 200. It must be a whole number from 400 to 599. There are 2 more faults.',
    )
  })

  test('everywhere a plan can be given, and the plan in force stays', () => {
    const wrong = { rules: [{ status: 200 }] }
    const message = 'faults.rules[0].status: It is 200. It must be a whole number from 400 to 599.'
    expect(() => createMock({ faults: wrong })).toThrow(message)
    const right = { rules: [{ status: 500 }] }
    const mock = createMock({ faults: right })
    expect(() => mock.faults.set(wrong)).toThrow(message)
    expect(mock.faults.plan).toEqual(right)
  })
})

test('a plan is copied and frozen, so that it stays as it was checked', () => {
  const rules = [{ status: 503 }]
  const mock = createMock({ faults: { rules } })
  rules[0] = { status: 200 }
  expect(mock.faults.plan).toEqual({ rules: [{ status: 503 }] })
  expect(Object.isFrozen(mock.faults.plan?.rules[0])).toBe(true)
})

test('a plan in a file may name its JSON Schema', () => {
  const plan = { $schema: './node_modules/rolecall/mocks/generated/faults.schema.json', rules: [] }
  expect(parseFaults(plan).rules).toEqual([])
})
