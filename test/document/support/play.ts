/** Sends requests to a platform one after the other, and holds each answer to the laws. */
import type { Mock } from 'rolecall/mocks'
import { curlOf } from './curl.ts'
import type { Draft } from './draft.ts'
import type { Connection, Received, Sent } from './exchange.ts'
import { createdAt, followUps } from './follow-ups.ts'
import { brokenLaws, isOfTransport } from './laws.ts'

export interface Ground {
  readonly mock: Pick<Mock, 'policy' | 'reset' | 'state' | 'token'>
  readonly connection: Pick<Connection, 'send'>
}

/** The base URL of the lines that a failure prints: that of `npx rolecall mock`. */
const base = 'http://127.0.0.1:4010'

/** One life of a platform, from its start. */
class Life {
  readonly #ground: Ground
  /** The paths of the last created resources, by path template. */
  readonly #latest = new Map<string, string>()
  /** The requests that changed something. */
  readonly #changes: Sent[] = []
  #state: string

  constructor(ground: Ground) {
    this.#ground = ground
    ground.mock.reset()
    this.#state = ground.mock.state
  }

  async play(draft: Draft): Promise<void> {
    const sent = await this.#resolved(draft)
    const before = this.#state
    const answer = await this.#ask(sent)
    const after = this.#ground.mock.state
    const faults = brokenLaws({ draft, sent, answer, before, after })
    if (faults.length > 0) throw this.#failure(sent, faults, answer)
    if (before !== after) this.#changes.push(sent)
    this.#state = after
    if (isOfTransport(answer)) return
    const created = draft.operation && createdAt(draft.operation, sent, answer)
    if (created) this.#latest.set(created.template, created.at)
    const further = await followUps(draft.operation, sent, answer, (one) => this.#ask(one))
    for (const { fault, sent: one, answer: other } of further) {
      if (fault !== undefined) throw this.#failure(one, [fault], other)
    }
    const [last] = further.slice(-1)
    if (last && this.#ground.mock.state !== after)
      throw this.#failure(last.sent, ['The repeat changed the state.'], last.answer)
  }

  async #ask(sent: Sent): Promise<Received> {
    try {
      return await this.#ground.connection.send(sent)
    } catch (error) {
      throw this.#failure(sent, [`There is no answer: ${String(error)}`])
    }
  }

  #failure(sent: Sent, faults: readonly string[], answer?: Received): Error {
    const { policy } = this.#ground.mock
    const lines = [
      ...faults,
      ...(answer ? [`Answer: ${answer.status} ${answer.body.slice(0, 2000)}`] : []),
      '',
      `npx rolecall mock --policy ${policy.name}`,
      ...[...this.#changes, sent].map((one) => curlOf(base, one)),
    ]
    return new Error(lines.join('\n'))
  }

  async #resolved({ as, latest, ...draft }: Draft): Promise<Sent> {
    const { mock } = this.#ground
    const at = latest && this.#latest.get(latest.template)
    const query = /\?.*$/s.exec(draft.target)?.[0] ?? ''
    const target = at === undefined ? draft.target : at + (latest?.rest ?? '') + query
    const token =
      as === 'point'
        ? mock.token({ enforcementPoint: true })
        : as === undefined
          ? as
          : mock.token(as)
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...draft.headers,
    }
    const { method, body } = draft
    const sent = { method, target, headers, ...(body !== undefined && { body }) }
    if (draft.ifMatch === undefined) return sent
    const { authorization = '' } = headers
    const path = target.replace(/\?.*$/s, '')
    const read = await this.#ask({ method: 'GET', target: path, headers: { authorization } })
    const { etag } = read.headers
    return etag === undefined ? sent : { ...sent, headers: { ...headers, 'if-match': etag } }
  }
}

/**
 * Plays requests from the platform's start, and tells before each that it is sent. Throws at the first
 * broken law, with lines that repeat it.
 */
export async function play(
  ground: Ground,
  drafts: readonly Draft[],
  tell: () => void,
): Promise<void> {
  const life = new Life(ground)
  for (const draft of drafts) {
    tell()
    await life.play(draft)
  }
}
