import { isRecord } from '../src/core/record.ts'
import type { Answer, Message } from './pipeline/message.ts'
import { brief } from './brief.ts'
import { didYouMean } from './nearest.ts'
import { quoted } from './quoted.ts'
import { problemAnswer, problemOf } from './pipeline/problem.ts'
import { readJson } from './pipeline/read-json.ts'
import { refuse, type Refused } from './pipeline/refusal.ts'
import { type SignIn, unknownPerson } from './sign-in.ts'

/** Where what is asked of the mock itself begins. */
const prefix = '/__mock/'

/** Whether something is asked of the mock itself, by its path. */
export const isControl = (path: string): boolean => path.startsWith(prefix)

/** What may be asked of the mock itself, beside the API that it mocks. */
export interface Controls {
  signIn(user: string, signUp: boolean): SignIn
  /** The token of an enforcement point. */
  pointToken(): string
  reset(): void
}

/**
 * Answers what is asked of the mock itself; undefined for everything else.
 *
 * Whatever changes something is a POST of JSON, with or without a body: a page of another origin can't
 * send one without asking first, whether it may.
 */
export function control(controls: Controls, message: Message): Answer | undefined {
  if (!isControl(message.path)) return undefined
  const name = message.path.slice(prefix.length)
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (run === undefined) {
    const known = Object.keys(commands).map((command) => `POST ${prefix}${command}`)
    const text = `The mock has no ${brief(message.path)}. There is ${known.join(', ')}.`
    return failed(refuse(404, 'not_found', text))
  }
  if (message.method !== 'POST') {
    const text = `${brief(message.method)} is not offered here. Use POST.`
    return failed(refuse(405, 'method_not_allowed', text, { headers: { Allow: 'POST' } }))
  }
  const sent = (message.body ?? '') === '' ? { ...message, body: '{}' } : message
  const parsed = readJson(sent, ['application/json'])
  return parsed.ok ? run(controls, isRecord(parsed.input) ? parsed.input : {}) : failed(parsed)
}

type Sent = Readonly<Record<string, unknown>>

const commands: Readonly<Record<string, (controls: Controls, sent: Sent) => Answer>> = {
  sessions: (controls, sent) => {
    const { user, signUp, enforcementPoint, ...others } = sent
    const [wrong] = Object.keys(others)
    if (wrong !== undefined) {
      const hint = didYouMean(wrong, ['user', 'signUp', 'enforcementPoint'])
      return failed(refuse(422, 'validation_failed', `There is no ${quoted(wrong)} here.${hint}`))
    }
    if (signUp !== undefined && typeof signUp !== 'boolean') {
      return failed(refuse(422, 'validation_failed', 'signUp must be true or false.'))
    }
    if (enforcementPoint === true && user === undefined && signUp === undefined) {
      return signedIn({ token: controls.pointToken() })
    }
    if (typeof user !== 'string' || user === '' || enforcementPoint !== undefined) {
      const text =
        'Send {"user": an id or e-mail address, "signUp"?: true} or {"enforcementPoint": true}.'
      return failed(refuse(422, 'validation_failed', text))
    }
    const result = controls.signIn(user, signUp === true)
    return 'token' in result
      ? signedIn(result)
      : failed(refuse(404, 'not_found', unknownPerson(result)))
  },
  reset: (controls) => {
    controls.reset()
    return { status: 204, headers: {}, body: '' }
  },
}

const signedIn = (result: { readonly token: string }): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(result),
})

const failed = (refused: Refused): Answer => problemAnswer(problemOf(refused, 'control'), refused)
