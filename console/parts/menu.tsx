import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import style from './menu.module.css'

/** One choice of a {@link Menu}. */
export interface MenuItem {
  readonly label: string
  readonly onChoose: () => void
  /** Why it can't be chosen now. It stays in the menu, and says so. */
  readonly reason?: string | undefined
  readonly danger?: boolean
}

/** A button with a menu of choices: arrows move in it, Escape closes it and the focus returns to the button. */
export function Menu({
  label,
  items,
  ...button
}: {
  readonly label: ReactNode
  readonly items: readonly MenuItem[]
} & Pick<ButtonProps, 'icon' | 'iconOnly' | 'look'>): ReactNode {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const choices = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  const open = (): void => {
    const { current: place } = menu
    const frame = opener.current?.getBoundingClientRect()
    if (!place || !frame) return
    place.showPopover()
    // The menu stays on the screen: below the button if there is room, else above it.
    const { offsetWidth: width, offsetHeight: height } = place
    const left = Math.max(8, Math.min(frame.left, window.innerWidth - width - 8))
    const below = frame.bottom + 4
    const top = below + height <= window.innerHeight - 8 ? below : frame.top - height - 4
    place.style.insetInlineStart = `${left}px`
    place.style.insetBlockStart = `${Math.max(8, top)}px`
    choices()[0]?.focus()
  }
  const close = (): void => {
    menu.current?.hidePopover()
    opener.current?.focus()
  }
  const move = (event: KeyboardEvent): void => {
    const all = choices()
    const at = all.findIndex((choice) => choice === document.activeElement)
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1 + all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key]
    if (event.key === 'Tab') close()
    if (next === undefined) return
    event.preventDefault()
    all[next % all.length]?.focus()
  }

  return (
    <>
      <Button {...button} ref={opener} aria-haspopup="menu" aria-controls={id} onClick={open}>
        {label}
      </Button>
      <div ref={menu} id={id} popover="auto" role="menu" className={style.menu} onKeyDown={move}>
        {items.map(({ label: text, onChoose, reason, danger }) => (
          <button
            key={text}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={style.item}
            data-danger={danger || undefined}
            aria-disabled={reason !== undefined || undefined}
            onClick={() => {
              if (reason !== undefined) return
              close()
              onChoose()
            }}
          >
            {text}
            {reason !== undefined && <span className={style.reason}>{reason}</span>}
          </button>
        ))}
      </div>
    </>
  )
}
