import type { ReactNode } from 'react'
import { messageOf } from './message-of.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import style from './states.module.css'

/** What a view says while it has nothing to show. */
export function Empty({
  icon,
  title,
  children,
}: {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
}): ReactNode {
  return (
    <div className={style.state}>
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Lines in place of what is on its way. */
export function Loading({ what }: { readonly what: string }): ReactNode {
  return (
    <div className={style.loading} role="status">
      <span className="visually-hidden">Loading {what}…</span>
      <span />
      <span />
      <span />
    </div>
  )
}

/** What went wrong, and a way to try again. */
export function Failure({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
}): ReactNode {
  return (
    <div className={style.state} role="alert">
      <Icon name="no" />
      <h2>This can’t be shown</h2>
      <p>{messageOf(error)}</p>
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  )
}
