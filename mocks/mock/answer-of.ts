import type { Answer, Message } from '../message/message.ts'
import { problemAnswer, problemOf } from '../message/problem.ts'
import { control } from '../control/control.ts'
import type { Controls } from '../control/controls.ts'
import { refuseObserver } from '../pipeline/observer.ts'
import { compile, type Policy } from '../policy/index.ts'
import { policyOf } from './configure.ts'
import type { LiveState } from './live-state.ts'
import type { Mock } from './mock.ts'
import { type Named, refuseName } from './named-states.ts'
import { pointToken, signInTo } from './sign-in.ts'
import { underPolicy } from './use-policy.ts'
import { statesByName } from './states-by-name.ts'

/** Makes the `handle` of a mock: it answers in the state that the request names, or else the current one. */
export const answerOf =
  (current: () => LiveState, mockOf: (state: LiveState) => Mock, about: Controls['about']) =>
  (message: Message): Answer => {
    const state = current()
    const name = message.headers['x-mock-session']
    const refused = (name === undefined ? undefined : refuseName(name)) ?? refuseObserver(message)
    if (refused !== undefined) return problemAnswer(problemOf(refused, 'control'), refused)
    // Not before it is needed: a list of the states does not make one.
    let named: Named<LiveState> | undefined
    const reached = (): LiveState => {
      if (name === undefined) return state
      named ??= state.named.open(name)
      return named.state
    }
    const controls = {
      about,
      get mock() {
        return mockOf(reached())
      },
      get platform() {
        return reached().platform
      },
      under: (policy: string | Policy) => {
        const { platform } = reached()
        const { hardened } = platform.compiled
        return underPolicy(platform, compile(policyOf(policy), { hardened }))
      },
      get states() {
        return statesByName(state, mockOf)
      },
      signIn: (user: string, signUp: boolean) => signInTo(reached(), user, signUp),
      pointToken: () => pointToken(reached().platform),
      atEnd: (end: () => void) => reached().listeners.atEnd(end),
    }
    return (
      control(controls, message) ?? reached().handle(message, droppedNote(named?.takeDropped()))
    )
  }

const droppedNote = (dropped: string | undefined): string | undefined =>
  dropped === undefined
    ? undefined
    : `State ${dropped} was dropped, the longest unused: a mock keeps 100 states by name.`
