import { type ReactNode, useState } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { Button } from '../../parts/button.tsx'
import style from './log.module.css'

/** The most of a value that is shown at once, in characters. */
const mostShown = 4000

/** A value as JSON. A long one is cut until it is asked for. */
export function Json({
  label,
  value,
}: {
  readonly label: string
  readonly value: unknown
}): ReactNode {
  const [isWhole, showWhole] = useState(false)
  const text = printable(JSON.stringify(value, null, 2), '\n')
  const isCut = !isWhole && text.length > mostShown
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <pre className={style.code}>{isCut ? `${text.slice(0, mostShown)}…` : text}</pre>
      {isCut && <Button onClick={() => showWhole(true)}>Show all of it</Button>}
    </figure>
  )
}
