import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import style from './dialog.module.css'

/** Props of {@link Dialog}. */
export interface DialogProps {
  readonly title: ReactNode
  /** Called when it is to close: by Escape, its button, or a press beside it. */
  readonly onClose: () => void
  /** Whether it stands at the side, over its full height. */
  readonly side?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
  /** The buttons at its end. */
  readonly actions?: ReactNode
}

/** A dialogue above the page, for as long as it is rendered. The browser keeps the focus in it, and takes it back. */
export function Dialog({
  title,
  onClose,
  side = false,
  wide = false,
  children,
  actions,
}: DialogProps): ReactNode {
  const place = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = place.current
    const opener = document.activeElement
    dialog?.showModal()
    // By itself, the browser would choose the button that closes it.
    dialog?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    return () => {
      dialog?.close()
      // React has taken the dialogue away before the browser could give the focus back. What opened it may
      // be gone too, such as the row of somebody who was removed.
      const isThere =
        opener instanceof HTMLElement && opener !== document.body && opener.isConnected
      const below = [...document.querySelectorAll('dialog[open]')].at(-1)
      const refuge = below ? below.querySelector('button') : document.querySelector('main h1')
      const next = isThere ? opener : refuge
      if (next instanceof HTMLElement) next.focus()
    }
  }, [])
  return (
    <dialog
      ref={place}
      className={style.dialog}
      data-side={side || undefined}
      data-wide={wide || undefined}
      aria-labelledby={heading}
      onCancel={(event) => {
        // React hands it up from a dialogue above this one too.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      onPointerDown={({ target, currentTarget }) => {
        if (target === currentTarget) onClose()
      }}
    >
      <div className={style.content}>
        <header className={style.header}>
          <h2 id={heading}>{title}</h2>
          <Button look="plain" icon="no" iconOnly onClick={onClose}>
            Close
          </Button>
        </header>
        <div className={style.body}>{children}</div>
        {actions && <footer className={style.actions}>{actions}</footer>}
      </div>
    </dialog>
  )
}
