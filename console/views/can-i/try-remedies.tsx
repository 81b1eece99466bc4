import type { ReactNode } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { callText, type Decision } from '../../../src/index.ts'
import { hrefOf } from '../../routing/hash-location.ts'
import { isOperation } from './operations.ts'
import { searchOf } from './question.ts'

/** Links that try the calls of the remedies on a copy first, as somebody who may run them. */
export function TryRemedies({
  decision: { alternatives },
}: {
  readonly decision: Decision
}): ReactNode {
  const calls = new Map(
    alternatives.flatMap((remedy) =>
      remedy.calls.flatMap((call) => {
        const { operation, args, by } = call
        const [as] = by
        if (as === undefined || !isOperation(operation)) return []
        const text = `${callText(call)} as ${as}`
        return [[text, hrefOf(`/can-i?${searchOf({ as, operation, args })}`)] as const]
      }),
    ),
  )
  if (calls.size === 0) return null
  return (
    <details>
      <summary>Try a remedy on a copy</summary>
      <ul>
        {[...calls].map(([text, href]) => (
          <li key={text}>
            <a href={href}>{printable(text)}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}
