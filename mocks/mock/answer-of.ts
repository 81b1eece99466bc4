import type { Answer, Message } from '../message/message.ts'
import { problemAnswer, problemOf } from '../message/problem.ts'
import { control } from '../control/control.ts'
import type { LiveState } from './live-state.ts'
import type { Mock } from './mock.ts'
import { refuseName } from './named-states.ts'
import { pointToken, signInTo } from './sign-in.ts'

/** Makes the `handle` of a mock: it answers in the state that the request names, or else the current one. */
export const answerOf =
  (current: () => LiveState, mockOf: (state: LiveState) => Mock) =>
  (message: Message): Answer => {
    const state = current()
    const name = message.headers['x-mock-session']
    if (name === undefined) return answerIn(state, mockOf, message)
    const refused = refuseName(name)
    if (refused !== undefined) return problemAnswer(problemOf(refused, 'control'), refused)
    const { state: named, dropped } = state.named.open(name)
    return answerIn(named, mockOf, message, dropped)
  }

/** @param dropped - The name of a state that had to go for this one. */
function answerIn(
  state: LiveState,
  mockOf: (state: LiveState) => Mock,
  message: Message,
  dropped?: string,
): Answer {
  const controls = {
    get mock() {
      return mockOf(state)
    },
    signIn: (user: string, signUp: boolean) => signInTo(state, user, signUp),
    pointToken: () => pointToken(state.platform),
  }
  const note =
    dropped === undefined
      ? undefined
      : `State ${dropped} was dropped, the longest unused: a mock keeps 100 states by name.`
  return control(controls, message) ?? state.handle(message, note)
}
