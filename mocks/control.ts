import type { Answer, Message } from './pipeline/message.ts'
import { brief } from './brief.ts'
import { problemAnswer, problemOf } from './pipeline/problem.ts'
import { refuse, type Refused } from './pipeline/refusal.ts'
import { type SignIn, unknownPerson } from './sign-in.ts'

/** Where what is asked of the mock itself begins. */
export const prefix = '/__mock/'

/** What may be asked of the mock itself, beside the API that it mocks. */
export interface Controls {
  signIn(user: string, signUp: boolean): SignIn
  reset(): void
}

/** Answers what is asked of the mock itself; undefined for everything else. */
export function control(controls: Controls, message: Message): Answer | undefined {
  if (!message.path.startsWith(prefix)) return undefined
  const name = message.path.slice(prefix.length)
  const run = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (run === undefined) {
    const known = Object.keys(commands).map((command) => `POST ${prefix}${command}`)
    const text = `The mock has no ${brief(message.path)}. There is ${known.join(', ')}.`
    return failed(refuse(404, 'not_found', text))
  }
  if (message.method === 'POST') return run(controls, message.body)
  const text = `${brief(message.method)} is not offered here. Use POST.`
  return failed(refuse(405, 'method_not_allowed', text, { headers: { Allow: 'POST' } }))
}

const commands: Readonly<Record<string, (controls: Controls, body: string) => Answer>> = {
  sessions: (controls, body) => {
    const { user, signUp } = parse(body)
    if (typeof user !== 'string' || user === '') {
      const text = 'Send {"user": an id or e-mail address, "signUp"?: true}.'
      return failed(refuse(422, 'validation_failed', text))
    }
    const result = controls.signIn(user, signUp === true)
    if ('token' in result) {
      const headers = { 'Content-Type': 'application/json' }
      return { status: 200, headers, body: JSON.stringify(result) }
    }
    return failed(refuse(404, 'not_found', unknownPerson(result)))
  },
  reset: (controls) => {
    controls.reset()
    return { status: 204, headers: {}, body: '' }
  },
}

function parse(body: string): { readonly user?: unknown; readonly signUp?: unknown } {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

const failed = (refused: Refused): Answer => problemAnswer(problemOf(refused, 'control'), refused)
