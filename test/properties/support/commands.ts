import type { AsyncCommand } from 'fast-check'
import assert from 'node:assert/strict'
import type { Mock } from '../../../mocks/index.ts'
import { expectToFollow } from './documented-effect.ts'
import { faultsOf, type Model, modelOf } from './model.ts'
import { type Answered, answeredBy, messageOf, type Sent, succeeded } from './send.ts'

/** A platform behind a socket. */
export interface Commanded {
  mock: Mock
  url: string
}

/** Sends the call over HTTP. */
async function sendTo({ mock, url }: Commanded, by: string, call: Sent): Promise<Answered> {
  const { method, path, query, headers, body } = messageOf(call, mock.token(by))
  const response = await fetch(`${url}${path}${query === '' ? '' : `?${query}`}`, {
    method,
    headers,
    ...(body !== '' && { body }),
  })
  return answeredBy({ status: response.status, headers: {}, body: await response.text() })
}

/** A user's call: its result must follow from the model's knowledge, and break no invariant. */
export class Calling implements AsyncCommand<Model, Commanded> {
  readonly by: string
  readonly call: Sent

  constructor(by: string, call: Sent) {
    this.by = by
    this.call = call
  }

  /** Members and invited users of the start can always sign in; others once they are invited. */
  check({ isDeleted }: Readonly<Model>): boolean {
    return !isDeleted
  }

  async run(model: Model, real: Commanded): Promise<void> {
    const before = real.mock.state
    const answer = await sendTo(real, this.by, this.call)
    assert(answer.status < 500, answer.body)
    const after = real.mock.state
    if (!succeeded(answer)) {
      assert(after === before, `${answer.status} changed the state`)
      return
    }
    const now = modelOf(model.policy, after)
    expectToFollow(model, this.call, now)
    assert.deepEqual(faultsOf(now), [], answer.body)
    Object.assign(model, now)
  }

  toString(): string {
    return `${this.by}: ${this.call.operation} ${JSON.stringify(this.call.args)}`
  }
}
