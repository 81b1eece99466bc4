import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createClient } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { printer } from '../../docs/examples/quickstart/printer.ts'
import type { SignIn } from '../../docs/examples/quickstart/stage.ts'
import { takeTour } from '../../docs/examples/quickstart/tour.ts'
import { runNode } from './run-node.ts'

const main = fileURLToPath(new URL('../../docs/examples/quickstart/main.ts', import.meta.url))

describe('npm run quickstart', () => {
  test('shows each step, and exits with 0', async () => {
    const { code, stdout, stderr } = await runNode(main)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const part of [
      "admin.roles.create({ key: 'reviewer', permissions: ['use_case:read'] })",
      'was       legacy (read-only)',
      'is        support (reviewer) and quality (annotator)',
      'page 3',
      'denied    roles.create for lead@acme.test (403 permission_denied)',
      'rule      AD-04: ',
      'Ask admin@acme.test, platform@acme.test or deputy@acme.test.',
      'users.update("lead@acme.test", {"teams":{"admin":"platform_admin"}})',
      'auditor, created by lead@acme.test',
    ]) {
      expect(stdout).toContain(part)
    }
    const shown = /^```text\n(?<tour>[^]*?)^```/m.exec(readFileSync('README.md', 'utf8'))
    expect(stdout).toContain(shown?.groups?.tour)
    expect(stdout.trimEnd()).toMatch(/Everything did what it says\.[^\n]*$/)
  })

  test('fits into 80 columns, and has colours on a terminal alone', async () => {
    const { stdout } = await runNode(main)

    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(stdout).not.toContain('\u001B')
  })

  test('fails at the first step with an unexpected result', async () => {
    const { code, stdout, stderr } = await runNode(main, '--as', 'lead@acme.test')

    expect(code).toBe(1)
    expect(stderr).toMatch(/Step 1 did not do what it says\. AD-04: roles\.create needs/)
    expect(stdout).not.toContain('Everything did what it says')
  })

  test('explains a wrong name for signing in', async () => {
    const { code, stderr } = await runNode(main, '--as', 'admn@acme.test')

    expect(code).toBe(1)
    expect(stderr).toContain('admin@acme.test')
  })
})

type Tamper = (mock: Mock, request: Request) => Request | Promise<Request>

/** Signs people in to a mock that receives other calls than they made. */
function tampered(tamper: Tamper): SignIn {
  const mock = createMock()
  const fetch = async (request: Request) => mock.fetch(await tamper(mock, request))
  return (email) =>
    createClient({ baseUrl: 'https://platform.example', token: mock.token(email), fetch })
}

/** The platform treats a call as a question about the user. */
const ignoreUpdateOf =
  (email: string): Tamper =>
  (_mock, request) =>
    request.method === 'PATCH' && request.url.endsWith(encodeURIComponent(email))
      ? new Request(request.url, { headers: request.headers })
      : request

const lies: Record<string, { step: number; tamper: Tamper; says: RegExp }> = {
  'that does not move people': {
    step: 2,
    tamper: ignoreUpdateOf('qa@acme.test'),
    says: /is no reviewer in support/,
  },
  'that has only one page': {
    step: 3,
    tamper: (_mock, request) => new Request(request.url.replace('limit=8', 'limit=200'), request),
    says: /on one page/,
  },
  'that lets everybody do everything': {
    step: 4,
    tamper: (mock, request) => {
      const all = new Request(request)
      all.headers.set('authorization', `Bearer ${mock.token('admin@acme.test')}`)
      return all
    },
    says: /lead@acme\.test was not denied/,
  },
  'whose remedy does not help': {
    step: 5,
    tamper: ignoreUpdateOf('lead@acme.test'),
    says: /AD-04/,
  },
}

describe('the tour of a platform', () => {
  for (const [name, { step, tamper, says }] of Object.entries(lies)) {
    test(`${name} fails at step ${step}`, async () => {
      const tour = takeTour(
        tampered(tamper),
        printer(() => {}),
        'admin@acme.test',
      )

      await expect(tour).rejects.toThrow(`Step ${step} did not do what it says.`)
      await expect(tour).rejects.toThrow(says)
    })
  }
})
