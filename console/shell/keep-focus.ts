import { useEffect } from 'react'
import { focusHeading } from '../parts/focus-heading.ts'

/**
 * Moves the focus to the heading of the view when what had it is taken away, such as a button that goes when
 * it was pressed: the browser would begin again at the top of the page. What knows a better place, such as the
 * next row of a table, has a frame's time to choose it.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let last: EventTarget | null = null
    const isLost = () =>
      document.activeElement === document.body && last instanceof Node && !last.isConnected
    const settle = (): void => {
      if (!isLost()) return
      last = null
      focusHeading()
    }
    const remember = ({ target }: FocusEvent): void => {
      last = target
    }
    const changes = new MutationObserver(() => {
      if (isLost()) requestAnimationFrame(() => setTimeout(settle))
    })
    document.addEventListener('focusin', remember)
    changes.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      changes.disconnect()
    }
  }, [])
}
