import type { ReactNode } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { summaryOf } from './coverage.ts'
import style from './toolbar.module.css'
import type { Overlay } from './use-coverage.ts'

/** What the coverage that is laid over the table has seen. */
export function CoverageSummary({ coverage, from }: Overlay): ReactNode {
  return (
    <div className={style.facts} role="status">
      <p>Coverage by {printable(from)}. Each cell says how its rule was seen.</p>
      <p>{summaryOf(coverage).join(' ')}</p>
    </div>
  )
}
