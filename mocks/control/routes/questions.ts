import { forkOf } from '../../platform/fork.ts'
import { whenLoaded } from '../loaded.ts'
import type { Routes } from '../operation.ts'
import { requestedCall } from '../requested-call.ts'

/** Questions about the state, which change nothing. Each is answered on a copy of the state of that moment. */
export const questions: Routes<'rehearse'> = {
  rehearse({ platform }, body) {
    const call = requestedCall(platform, body)
    if ('ok' in call) return call
    const fork = forkOf(platform)
    return whenLoaded(async () => (await import('../../inspect/index.ts')).rehearsalOf(fork, call))
  },
}
