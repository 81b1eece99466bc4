import { contract } from '../generated/contract.ts'
import type { Message } from '../message/message.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { brief } from '../shared/brief.ts'
import { route } from './router.ts'

/** Whether a request comes from a tool that looks on, such as the console, and not from the app. */
export const isObserver = ({ headers }: Message): boolean => headers['x-mock-observer'] === 'true'

/** The refusal of a header that says neither. */
export function refuseObserver({ headers }: Message): Refused | undefined {
  const { 'x-mock-observer': said = 'false' } = headers
  if (said === 'true' || said === 'false') return undefined
  const text = `X-Mock-Observer must be true or false; it is "${brief(said)}".`
  return refuse(400, 'invalid_request', text)
}

const observed = new WeakMap<Platform, Platform>()

/**
 * The platform as observers call it: overrides, which are meant for the app, stay for it, and coverage counts
 * nothing. The same object each time, so that answers are remembered, apart from those to the app: one from
 * memory would not count in the coverage.
 */
export function observedPlatform(platform: Platform): Platform {
  const known = observed.get(platform)
  if (known !== undefined) return known
  const { overrides: _, coverage: __, ...made } = platform
  observed.set(platform, made)
  return made
}

/** Whether a request can't change anything: a read, a question, or a path that the API does not have. */
export function onlyReads({ method, path }: Message): boolean {
  const found = route(method, path)
  return found === undefined || 'allow' in found || contract[found.operation].idempotent !== true
}
