import {
  AbortedError,
  AuthenticationError,
  ConnectionError,
  createClient,
  RolecallError,
  TimeoutError,
} from 'rolecall'
import { holds, rejection, same } from './claim.ts'
import type { Addresses } from './stage.ts'

/** The client with each runtime's own `fetch`. */
export const overHttp: Readonly<Record<string, (addresses: Addresses) => Promise<void>>> = {
  async 'shows no token'({ mock }) {
    const lines: unknown[] = []
    const keep = (...line: unknown[]) => void lines.push(line)
    const logger = { error: keep, warn: keep, info: keep, debug: keep }
    const token = 'nobodys-token'
    // happy-dom keeps the case of names, by which secrets are known too.
    const headers = { 'X-Api-Key': 'own-secret' }
    const stranger = createClient({ baseUrl: mock, token, headers, logger, logLevel: 'debug' })
    const { message, stack } = await rejection(stranger.users.me(), AuthenticationError)
    holds(JSON.stringify(lines), '[redacted]')
    same(/nobodys-token|own-secret/.test(`${message} ${stack} ${JSON.stringify(lines)}`), false)
  },

  async 'tries again with the same idempotency key'({ flaky }) {
    const { users } = createClient({ baseUrl: flaky })
    const idempotencyKey = crypto.randomUUID()
    const created = await users.create({ email: 'a@acme.test' }, { idempotencyKey, retries: 1 })
    same(created, { idempotencyKey, attempt: 2 })
  },

  async 'is ended by its signal, before it is sent and while it waits'({ silent }) {
    const { users } = createClient({ baseUrl: silent })
    const before = await rejection(
      users.me({ signal: AbortSignal.abort(new Error('Enough')) }),
      AbortedError,
    )
    holds(String(before.cause), 'Enough')
    const controller = new AbortController()
    const waiting = users.me({ signal: controller.signal })
    setTimeout(() => controller.abort(new Error('Enough')), 20)
    holds(String((await rejection(waiting, AbortedError)).cause), 'Enough')
  },

  async 'is given up when its time is up'({ silent }) {
    const { users } = createClient({ baseUrl: silent })
    await rejection(users.me({ timeout: 50, retries: 0 }), TimeoutError)
  },

  async 'tells of a server that cannot be reached'({ refused }) {
    const { users } = createClient({ baseUrl: refused, token: 'very-secret' })
    const { message, cause } = await rejection(users.me({ retries: 0 }), ConnectionError)
    holds(message, refused)
    // The reason has its own words, even if it is an error of another realm, as in Jest.
    same([message.includes('very-secret'), /: (object|Error)$/.test(message)], [false, false])
    same(String(cause).includes('rror'), true)
  },

  async 'asks for a base URL where none is given'() {
    const created = Promise.resolve().then(() => createClient())
    holds((await rejection(created, RolecallError)).message, 'ROLECALL_BASE_URL')
  },
}
