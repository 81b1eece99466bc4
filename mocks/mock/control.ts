import { isRecord } from '../../src/core/base/kind-of.ts'
import type { Answer, Message } from '../message/message.ts'
import { brief } from '../shared/brief.ts'
import { didYouMean } from '../shared/nearest.ts'
import { quoted } from '../shared/quoted.ts'
import { problemAnswer, problemOf } from '../message/problem.ts'
import { readJson } from '../message/read-json.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import type { SignIn } from './sign-in.ts'

/** The paths that control the mock begin with this. */
const prefix = '/__mock/'

/** Whether a path controls the mock. */
export const isControl = (path: string): boolean => path.startsWith(prefix)

/** The ways to control a mock, beside the API. */
export interface Controls {
  signIn(user: string, signUp: boolean): SignIn
  /** The token of an enforcement point. */
  pointToken(): string
  reset(): void
}

/**
 * Answers a request that controls the mock; undefined for any other.
 *
 * Each is a POST of JSON, with or without a body: a page of another origin can't send one without a
 * preflight.
 */
export function control(controls: Controls, message: Message): Answer | undefined {
  if (!isControl(message.path)) return undefined
  const name = message.path.slice(prefix.length)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    const known = Object.keys(commands).map((one) => `POST ${prefix}${one}`)
    const text = `The mock has no ${brief(message.path)}. Known are ${known.join(', ')}.`
    return failed(refuse(404, 'not_found', text))
  }
  if (message.method !== 'POST') {
    const text = `This path has no ${brief(message.method)}. Use POST.`
    return failed(refuse(405, 'method_not_allowed', text, { headers: { Allow: 'POST' } }))
  }
  const sent = (message.body ?? '') === '' ? { ...message, body: '{}' } : message
  const parsed = readJson(sent, ['application/json'])
  if (!parsed.ok) return failed(parsed)
  if (!isRecord(parsed.input)) return wrong('The body must be an object.')
  const other = Object.keys(parsed.input).find((key) => !command.members.includes(key))
  return other === undefined
    ? command.run(controls, parsed.input)
    : wrong(`The body can't have ${quoted(other)}.${didYouMean(other, command.members)}`)
}

const wrong = (text: string): Answer => failed(refuse(422, 'validation_failed', text))

type ControlBody = Readonly<Record<string, unknown>>

interface ControlCommand {
  /** The keys that its body may have. */
  readonly members: readonly string[]
  run(controls: Controls, sent: ControlBody): Answer
}

const commands: Readonly<Record<string, ControlCommand>> = {
  sessions: {
    members: ['user', 'signUp', 'enforcementPoint'],
    run(controls, { user, signUp, enforcementPoint }) {
      if (signUp !== undefined && typeof signUp !== 'boolean') {
        return wrong('signUp must be true or false.')
      }
      if (enforcementPoint === true && user === undefined && signUp === undefined) {
        return signedIn({ token: controls.pointToken() })
      }
      if (typeof user !== 'string' || user === '' || enforcementPoint !== undefined) {
        return wrong(
          'The body must be {"user": an id or e-mail address, "signUp"?: true} or {"enforcementPoint": true}.',
        )
      }
      const result = controls.signIn(user, signUp === true)
      return 'token' in result ? signedIn(result) : failed(result)
    },
  },
  reset: {
    members: [],
    run(controls) {
      controls.reset()
      return { status: 204, headers: {}, body: '' }
    },
  },
}

const signedIn = (result: { readonly token: string }): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(result),
})

const failed = (refused: Refused): Answer => problemAnswer(problemOf(refused, 'control'), refused)
