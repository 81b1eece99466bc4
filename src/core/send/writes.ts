import { isWrite, type Operation } from '../base/operation.ts'
import { reasonIn, safeCause } from '../watch/safe-cause.ts'
import { safely } from '../watch/safely.ts'
import { cautionOf, type Watching } from '../watch/watching.ts'

/**
 * Tells whoever listens of a write that has ended. What failed may have taken effect, or says that what was
 * known is out of date.
 */
export const tellsWrites = (watching: Watching) => (operation: Operation) => {
  if (!isWrite(operation)) return
  for (const listener of watching.listeners) {
    void safely(
      () => listener(operation.id),
      (error) => {
        const reason = reasonIn(safeCause(error, String))
        cautionOf(watching)(`a listener of onWrite failed: ${reason}`)
      },
    )
  }
}
