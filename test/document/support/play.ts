/** Sends requests to a platform one after the other, and holds each answer to the laws. */
import type { Mock } from 'rolecall/mocks'
import { operations } from './document.ts'
import { curlOf } from './curl.ts'
import type { Draft } from './draft.ts'
import type { Connection, Received, Sent } from './exchange.ts'
import { brokenLaws, isOfTransport, problemIn } from './laws.ts'
import { parsed } from './promised.ts'

export interface Ground {
  readonly mock: Mock
  readonly connection: Connection
}

/** The base URL of the lines that a failure prints: that of `npx rolecall mock`. */
const base = 'http://127.0.0.1:4010'

const idIn = ({ body }: Received): string | undefined => {
  const value = parsed(body)?.value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined
}

/** The JSON of an answer without the parts that only the first answer shows. */
const shown = ({ body }: Received): Record<string, unknown> => {
  const { apiKey: _, value: __, ...rest } = Object(parsed(body)?.value)
  return rest
}

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
    const { mock } = this.#ground
    const sent = await this.#resolved(draft)
    const before = this.#state
    const answer = await this.#answered(sent)
    const after = mock.state
    this.#state = after
    this.#check(sent, answer, brokenLaws({ draft, sent, answer, before, after }))
    if (before !== after) this.#changes.push(sent)
    await this.#followUp(draft, sent, answer)
    if (sent.method === 'GET' && !isOfTransport(answer)) {
      const head = await this.#answered({ ...sent, method: 'HEAD' })
      const faults =
        head.status === answer.status && head.body === ''
          ? []
          : ['HEAD has another answer than GET.']
      this.#check(sent, head, faults)
    }
  }

  async #answered(sent: Sent): Promise<Received> {
    try {
      return await this.#ground.connection.send(sent)
    } catch (error) {
      throw this.#failure(sent, [`There is no answer: ${String(error)}`])
    }
  }

  #check(sent: Sent, answer: Received, faults: readonly string[]): void {
    if (faults.length > 0) throw this.#failure(sent, faults, answer)
  }

  #failure(sent: Sent, faults: readonly string[], answer?: Received): Error {
    const { policy } = this.#ground.mock
    const lines = [
      ...faults,
      ...(answer ? [`Answer: ${answer.status} ${answer.body.slice(0, 2000)}`] : []),
      '',
      `npx rolecall mock --policy ${policy.name}`,
      ...this.#changes.map((one) => curlOf(base, one)),
      ...(this.#changes.includes(sent) ? [] : [curlOf(base, sent)]),
    ]
    return new Error(lines.join('\n'))
  }

  async #resolved({ as, latest, ...draft }: Draft): Promise<Sent> {
    const { mock } = this.#ground
    const at = latest && this.#latest.get(latest.template)
    const query = /\?.*$/s.exec(draft.target)?.[0] ?? ''
    const target = at === undefined ? draft.target : at + (latest?.rest ?? '') + query
    const token = as === 'point' ? mock.token({ enforcementPoint: true }) : as && mock.token(as)
    const signedIn = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...draft.headers,
    }
    const { method, body } = draft
    const sent = { method, target, headers: signedIn, ...(body !== undefined && { body }) }
    if (draft.ifMatch === undefined) return sent
    const { etag } = (await this.#read(target, signedIn)).headers
    return etag === undefined ? sent : { ...sent, headers: { ...signedIn, 'if-match': etag } }
  }

  #read(
    target: string,
    { authorization = '' }: Readonly<Record<string, string>>,
  ): Promise<Received> {
    return this.#answered({
      method: 'GET',
      target: target.replace(/\?.*$/s, ''),
      headers: { authorization },
    })
  }

  async #followUp({ operation }: Draft, sent: Sent, answer: Received): Promise<void> {
    if (!operation || answer.status >= 300 || answer.headers['idempotency-replayed'] !== undefined)
      return
    const path = sent.target.replace(/\?.*$/s, '')
    if (answer.status === 201) {
      const id = idIn(answer)
      if (id === undefined) return
      const at = `${path}/${id}`
      for (const template of [...templates].filter(
        (one) => one.replace(/\/\{\w+\}$/, '') === operation.path,
      ))
        this.#latest.set(template, at)
      const read = await this.#read(at, sent.headers)
      const isSame =
        read.status === 200 && JSON.stringify(shown(read)) === JSON.stringify(shown(answer))
      this.#check(sent, read, isSame ? [] : [`It was created, but GET ${at} does not show it.`])
    } else if (operation.method === 'PATCH' && operation.path.endsWith('}')) {
      const read = await this.#read(path, sent.headers)
      const isSame = read.body === answer.body && read.headers.etag === answer.headers.etag
      this.#check(sent, read, isSame ? [] : [`It was changed, but GET ${path} does not show it.`])
    } else if (operation.method === 'DELETE') {
      const read = await this.#read(path, sent.headers)
      const isGone = read.status === 404 || problemIn(read).code === 'not_a_member'
      this.#check(sent, read, isGone ? [] : [`It was deleted, but GET ${path} is no 404.`])
    }
  }
}

/** The path templates of single resources. */
const templates = new Set(operations.map(({ path }) => path).filter((path) => path.endsWith('}')))

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
