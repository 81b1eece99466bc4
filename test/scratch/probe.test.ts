import { test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as } from '../mock/ask.ts'

const time = async (label: string, work: () => Promise<{ status: number; body: unknown }>) => {
  const start = performance.now()
  const { status, body } = await work()
  console.log(
    label,
    status,
    Math.round(performance.now() - start),
    'ms',
    JSON.stringify(body).length,
    'chars',
    JSON.stringify(body).slice(0, 200),
  )
}

for (const hardened of [false, true])
  test(`probe ${hardened}`, async () => {
    const mock = createMock({ hardened })
    const ask = as(mock, 'admin@acme.test')
    for (let i = 0; i < 100; i++) await ask('POST /v1/teams', { key: `t${i}` })
    const teams = (n: number, role: unknown) =>
      Object.fromEntries(Array.from({ length: n }, (_, i) => [`t${i}`, role]))
    for (const who of [
      'lead@acme.test',
      'reviewer@acme.test',
      'guest@acme.test',
      'admin@acme.test',
    ]) {
      let p
      try {
        p = as(mock, who)
      } catch {
        console.log('no', who)
        continue
      }
      for (const n of [1, 5, 20, 100])
        await time(`${hardened} ${who} update ${n}`, () =>
          p('PATCH /v1/users/reviewer@acme.test', { teams: teams(n, 'power_user') }),
        )
      const perms = mock.policy.permissions
      await time(`${hardened} ${who} role`, () =>
        p('POST /v1/roles', { key: `r${who.split('@')[0]}`, permissions: Object.keys(perms) }),
      )
    }
    const nested = (depth: number): object =>
      depth === 0
        ? { evaluations: [] }
        : {
            subject: { type: 'user', id: 'me' },
            action: { name: 'access.evaluateAll' },
            resource: { type: 'organization', id: 'current' },
            context: { explain: true, args: [nested(depth - 1)] },
            evaluations: Array.from({ length: 90 }, () => ({})),
          }
    for (const d of [1, 2])
      await time(`nested ${d}`, () => ask('POST /access/v1/evaluations', nested(d)))
    await time('unknown perms', () =>
      ask('POST /v1/roles', {
        key: 'x',
        permissions: Array.from({ length: 60000 }, (_, i) => `use_case:x${i}`),
      }),
    )
    await time('keys', () =>
      ask(
        'POST /v1/roles',
        Object.fromEntries(Array.from({ length: 60000 }, (_, i) => [`x${i}`, 1])),
      ),
    )
    await time('long key', () =>
      ask('POST /v1/roles', { key: 'x'.repeat(900000), permissions: ['x'.repeat(60000)] }),
    )
    await time('long string body', () =>
      ask('POST /v1/roles', `{"key":"${'\\\\n'.repeat(400000)}"}`),
    )
    await time('path', () => ask(`GET /v1/roles/${'x'.repeat(60000)}`))
    await time('sessions', () =>
      ask('POST /__mock/sessions', { user: `${'x'.repeat(60000)}@acme.test` }),
    )
    await time('shared', () =>
      ask('POST /access/v1/evaluations', {
        subject: { type: 'user', id: 'lead@acme.test' },
        action: { name: 'users.update' },
        resource: { type: 'organization', id: 'current' },
        context: {
          explain: true,
          args: ['reviewer@acme.test', { teams: teams(100, 'power_user') }],
        },
        evaluations: Array.from({ length: 100 }, () => ({})),
      }),
    )
    await time('shared keys', () =>
      ask('POST /access/v1/evaluations', {
        subject: { type: 'user', id: 'lead@acme.test' },
        action: { name: 'users.update' },
        resource: { type: 'organization', id: 'current' },
        context: {
          explain: true,
          args: [
            'reviewer@acme.test',
            Object.fromEntries(Array.from({ length: 60000 }, (_, i) => [`x${i}`, 1])),
          ],
        },
        evaluations: Array.from({ length: 10 }, () => ({})),
      }),
    )
  }, 300000)
