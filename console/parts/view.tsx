import { type ReactNode, useEffect, useRef } from 'react'
import { hasMoved } from '../routing/hash-location.ts'
import style from './view.module.css'

/** The frame of a view: its heading, its controls, and what it shows. */
export function View({
  title,
  lead,
  actions,
  scrolls = true,
  children,
}: {
  readonly title: string
  /** What the view is for, in a sentence. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** Whether the whole view scrolls. One with a table that scrolls by itself does not. */
  readonly scrolls?: boolean
  readonly children: ReactNode
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // As after the load of a page, whoever comes from another view begins at the heading.
    if (hasMoved()) heading.current?.focus()
  }, [])
  useEffect(() => {
    document.title = `${title} · Rolecall console`
  }, [title])
  return (
    <div className={style.view} data-scrolls={scrolls || undefined}>
      <header className={style.header}>
        <div className={style.titles}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className={style.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={style.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
