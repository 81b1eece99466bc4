import { type ReactNode, useId } from 'react'
import type { MatrixOutcome } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Badge } from '../../parts/badge.tsx'
import style from './outcome-lists.module.css'
import { outcomes } from './rights.ts'

/** A cell in a list: who or what it is about, and how it was decided. */
interface OutcomeEntry extends MatrixOutcome {
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly onPress: () => void
}

/** Cells in a list for each outcome. */
export function OutcomeLists({
  entries,
}: {
  readonly entries: readonly OutcomeEntry[]
}): ReactNode {
  return outcomes.map(({ outcome, text }) => {
    const listed = entries.filter((entry) => entry.outcome === outcome)
    if (listed.length === 0) return null
    return <OutcomeList key={outcome} tone={outcome} text={text} entries={listed} />
  })
}

function OutcomeList({
  tone,
  text,
  entries,
}: {
  readonly tone: MatrixOutcome['outcome']
  readonly text: string
  readonly entries: readonly OutcomeEntry[]
}): ReactNode {
  const heading = useId()
  return (
    <section className={style.outcome}>
      <h3 id={heading}>
        <Badge tone={tone} icon={tone}>
          {text}: {entries.length}
        </Badge>
      </h3>
      <ul aria-labelledby={heading}>
        {entries.map(({ key, name, detail, rule, onPress }) => (
          <li key={key}>
            <button type="button" onClick={onPress}>
              {printable(name)}
              <small>{printable([detail, `rule ${rule}`].filter(Boolean).join(' · '))}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
