import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createMock } from '../../mocks/index.ts'
import { as, at } from './ask.ts'

const mocks = join(import.meta.dirname, '../../mocks')

/** The mock's own code, by file. */
const sources = readdirSync(mocks, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
  .map((file) => [file, readFileSync(join(mocks, file), 'utf8')] as const)

describe('e-mail addresses ignore the case of ASCII letters alone', () => {
  const kelvin = '\u212a'
  const mock = createMock()
  const ask = as(mock, 'admin@acme.test')

  test('wherever an address names a person', async () => {
    const made = await ask('POST /v1/users', { email: 'Kate@Acme.test', teams: {} })
    expect([made.status, made.body.email]).toEqual([201, 'kate@acme.test'])
    const other = `${kelvin}ate@acme.test`
    for (const [email, found] of [
      ['KATE@ACME.TEST', true],
      [other, false],
    ] as const) {
      const named = encodeURIComponent(email)
      expect((await ask(`GET /v1/users/${named}`)).status).toBe(found ? 200 : 404)
      expect(at((await ask(`GET /v1/users?email=${named}`)).body, 'data', 'length')).toBe(
        Number(found),
      )
      const question = {
        subject: { type: 'user', id: email },
        action: { name: 'users.me' },
        resource: { type: 'organization', id: 'current' },
      }
      expect((await ask('POST /access/v1/evaluation', question)).body.decision).toBe(found)
      const sign = await ask('POST /__mock/sessions', { user: email, signUp: true })
      expect(sign.status).toBe(found ? 200 : 404)
    }
  })

  test("JavaScript's own case conversion is used for no address", () => {
    const others = [
      'shared/lower-case',
      'shared/nearest',
      'adapters/cli/in-command-words',
      'adapters/cli/read-call',
      'adapters/cli/show-rule',
      'adapters/server/reference/page',
      'adapters/vitest/reporter/index',
      'message/problem',
      'message/read-json',
      'mock/fetch',
      'mock/values/read-values',
      'mock/values/settings',
      'platform/rule-url',
      'policies/adaptive/work-rules',
      'policy/language/visible-names',
      'rule-pages/page',
    ]
    const found = sources.filter(([, text]) => /\.to(?:Lower|Upper)Case\(/.test(text))
    const files = found.map(([file]) => file.replace(/\.ts$/, ''))
    expect(files.filter((file) => !others.includes(file))).toEqual([])
  })

  test('an address with other letters is invalid', async () => {
    for (const email of [`${kelvin}ate@acme.test`, 'zoë@acme.test', 'a\u200bb@acme.test', 'a@b']) {
      expect((await ask('POST /v1/users', { email })).status).toBe(422)
    }
  })
})
