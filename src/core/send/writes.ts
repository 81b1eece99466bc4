import type { Arguments } from './arguments.ts'
import type { Identity } from '../token/identity.ts'
import { isWrite, type Operation } from '../base/operation.ts'
import { reasonIn, safeCause } from '../watch/safe-cause.ts'
import { safely } from '../watch/safely.ts'
import type { Send } from './send.ts'
import { cautionOf, type Watching } from '../watch/watching.ts'

/**
 * Sends, and tells whoever listens of each write when it has ended. What failed may have taken effect, or
 * says that what was known is out of date.
 */
export function tellingWrites(send: Send, watching: Watching): Send {
  return <T>(operation: Operation, args: Arguments, identity?: Identity) => {
    const sent = send<T>(operation, args, identity)
    if (!isWrite(operation)) return sent
    return sent.finally(() => {
      for (const listener of watching.listeners) {
        void safely(
          () => listener(operation.id),
          (error) => {
            const reason = reasonIn(safeCause(error, String))
            cautionOf(watching)(`a listener of onWrite failed: ${reason}`)
          },
        )
      }
    })
  }
}
