import { isWrite, type Operation } from '../base/operation.ts'
import { reasonIn, safeCause } from '../watch/safe-cause.ts'
import { safely } from '../watch/safely.ts'
import { cautionOf, type Watching } from '../watch/watching.ts'

/**
 * Calls the listeners after a write. A failed one counts too: it may have taken effect, or shows that what is known
 * is out of date.
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
