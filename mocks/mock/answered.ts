import type { FetchedResponse } from '../../src/core/options/fetch.ts'
import type { Answer } from '../message/message.ts'
import { memo } from '../shared/memo.ts'
import { responseOf } from './response-of.ts'

/** Makes an answer that is read without a stream. All else of it is that of a Response, made on demand. */
export const answered = (answer: Answer, base: typeof Response): FetchedResponse =>
  new (classOn(base))(answer)

/** By the global Response, which a test environment may replace. */
const classOn = memo((base: typeof Response) => {
  class Answered implements FetchedResponse {
    readonly ok: boolean
    readonly status: number
    readonly headers: Headers
    readonly #answer: Answer
    #isRead = false
    #whole: Response | undefined

    constructor(answer: Answer) {
      const { status, headers } = answer
      this.ok = status >= 200 && status < 300
      this.status = status
      this.headers = new Headers(headers)
      this.#answer = answer
    }

    /** Clients read the text of what has no stream, and nobody can use a stream that was read. */
    get body() {
      return null
    }

    get bodyUsed() {
      return this.#isRead && this.whole.bodyUsed
    }

    async text(): Promise<string> {
      if (this.#isRead) return await this.whole.text()
      this.#isRead = true
      return this.#answer.body
    }

    /** The Response, whose body counts as read if the text was. */
    get whole(): Response {
      if (this.#whole === undefined) {
        this.#whole = responseOf(this.#answer, 'GET')
        if (this.#isRead) void this.#whole.text()
      }
      return this.#whole
    }
  }

  Object.setPrototypeOf(Answered.prototype, base.prototype)
  Reflect.deleteProperty(Answered.prototype, 'constructor')
  for (const name of membersOf(base.prototype)) {
    if (name === 'constructor' || Object.hasOwn(Answered.prototype, name)) continue
    Object.defineProperty(Answered.prototype, name, {
      configurable: true,
      // The platform's own members take nothing but a real Response as `this`.
      get(this: Answered): unknown {
        const member: unknown = Reflect.get(this.whole, name)
        return typeof member === 'function' ? member.bind(this.whole) : member
      },
    })
  }
  return Answered
})

/** The names of a prototype's members, and of those that it inherits: a Response may be a subclass. */
function membersOf(prototype: object | null): readonly (string | symbol)[] {
  if (prototype === null || prototype === Object.prototype) return []
  return [...Reflect.ownKeys(prototype), ...membersOf(Reflect.getPrototypeOf(prototype))]
}
