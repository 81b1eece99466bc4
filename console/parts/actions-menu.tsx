import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Decision } from '../../src/index.ts'
import style from './menu.module.css'
import { DenialDialog } from './denial-dialog.tsx'
import { OpenMenu } from './menu-action.tsx'

/**
 * The menu of a row. While it is closed it is one button, and its items ask nothing: a table has many.
 * Arrows move in it, Escape closes it, and the focus returns to the button.
 *
 * @example
 * <ActionsMenu label="Actions for Acme Admin">
 *   <MenuAction operation="users.remove" args={[email]} onChoose={remove} danger>Remove user</MenuAction>
 * </ActionsMenu>
 */
export function ActionsMenu({
  label,
  children,
}: {
  readonly label: string
  /** {@link MenuAction}s. */
  readonly children: ReactNode
}): ReactNode {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [explained, explain] = useState<Decision>()

  useEffect(() => {
    const { current: place } = menu
    if (!open || !place || !opener.current) return
    // Asked for only when it opens: it would lay out the page for every row that scrolls in.
    const frame = opener.current.getBoundingClientRect()
    place.showPopover()
    itemsOf(place)[0]?.focus()
    const settle = (): void => moveTo(place, frame)
    settle()
    // The reasons arrive while it is open, and make it longer.
    const size = new ResizeObserver(settle)
    size.observe(place)
    return () => size.disconnect()
  }, [open])

  const close = (): void => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={style.more}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div
          ref={menu}
          id={id}
          popover="auto"
          role="menu"
          aria-label={label}
          className={style.menu}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Tab') {
              event.preventDefault()
              close()
            }
            event.stopPropagation()
            move(event)
          }}
          onToggle={({ newState }) => {
            if (newState === 'closed') setOpen(false)
          }}
        >
          <OpenMenu
            value={{
              close,
              explain(decision) {
                close()
                explain(decision)
              },
            }}
          >
            {children}
          </OpenMenu>
        </div>
      )}
      {explained && <DenialDialog decision={explained} onClose={() => explain(undefined)} />}
    </>
  )
}

const itemsOf = (menu: Element): HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role=menuitem]'),
]

function move(event: KeyboardEvent<HTMLElement>): void {
  const all = itemsOf(event.currentTarget)
  const at = all.findIndex((one) => one === document.activeElement)
  const next = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + all.length,
    Home: 0,
    End: all.length - 1,
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  all[next % all.length]?.focus()
}

/** Below the button if there is room, else above it, and always on the screen. */
function moveTo(menu: HTMLElement, opener: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = menu
  const left = Math.max(8, Math.min(opener.right - width, window.innerWidth - width - 8))
  const below = opener.bottom + 4
  const fits = below + height <= window.innerHeight - 8
  menu.style.insetInlineStart = `${left}px`
  menu.style.insetBlockStart = `${Math.max(8, fits ? below : Math.min(opener.top - height - 4, window.innerHeight - height - 8))}px`
}
