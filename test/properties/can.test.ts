import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resourceOf } from '../conformance/resource.ts'
import { acme, type Acme } from '../support/acme.ts'
import { anyCall, anyone } from './calls.ts'
import { runs, timeout } from './runs.ts'
import { type Answered, type Sent, send, succeeded } from './send.ts'

const step = fc.record({ by: anyone, call: anyCall })

interface Opinion {
  allowed: boolean
  status?: number | undefined
}

/** What can says to the person; undefined where the client refuses to send such a call at all. */
async function can(
  { mock }: Acme,
  by: string,
  { operation, args }: Sent,
): Promise<Opinion | undefined> {
  const client = mock.client({ as: by })
  return client.can<string>(operation, ...args).catch(() => undefined)
}

/** What evaluate says to the administrator; undefined for a subject or body that can’t be asked about. */
async function evaluated({ as }: Acme, by: string, call: Sent): Promise<Opinion | undefined> {
  const { access, users } = as('admin')
  try {
    await users.get(by)
    const { decision, context } = await access.evaluate({
      subject: { type: 'user', id: by },
      action: { name: call.operation },
      resource: resourceOf(call),
      context: { explain: true, args: [...call.args] },
    })
    return { allowed: decision, status: context?.status }
  } catch {
    return undefined
  }
}

function expectAgreement(opinion: Opinion | undefined, answer: Answered): void {
  if (!opinion) return
  expect(opinion.allowed, `${answer.status} ${answer.body}`).toBe(succeeded(answer))
  if (!opinion.allowed) expect(opinion.status).toBe(answer.status)
}

test(
  'can, and evaluate with arguments, say yes exactly when the call then succeeds, and else its status',
  async () => {
    const steps = fc.array(step, { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(steps, step, fc.boolean(), async (before, { by, call }, hardened) => {
        const platform = acme({ hardened })
        for (const one of before) await send(platform.mock, one.by, one.call)
        const state = platform.mock.state
        const opinions = [await can(platform, by, call), await evaluated(platform, by, call)]
        expect(platform.mock.state === state, 'asking changes nothing').toBe(true)
        const answer = await send(platform.mock, by, call)
        for (const opinion of opinions) expectAgreement(opinion, answer)
      }),
      runs(400),
    )
  },
  timeout,
)
