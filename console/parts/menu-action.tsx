import { createContext, type ReactNode, useContext } from 'react'
import type { Decision } from '../../src/index.ts'
import { Gate, type GateProps } from './gate.tsx'
import style from './menu.module.css'

/** What an item needs of the menu around it. */
export const OpenMenu = createContext<{
  readonly close: () => void
  readonly explain: (decision: Decision) => void
}>({ close() {}, explain() {} })

interface ItemProps {
  readonly onChoose: () => void
  readonly danger?: boolean
  readonly children: string
}

/** An item that makes a call, or leads to one. If the actor may not make it, it stays, and says why. */
export function MenuAction({
  operation,
  args,
  ...item
}: Omit<GateProps, 'children'> & ItemProps): ReactNode {
  const { explain } = useContext(OpenMenu)
  return (
    <Gate operation={operation} args={args} onExplain={explain}>
      {({ reason, explain: why }) => <MenuChoice {...item} reason={reason} why={why} />}
    </Gate>
  )
}

/** An item that asks nobody. */
export function MenuChoice({
  onChoose,
  danger,
  reason,
  why,
  children,
}: ItemProps & {
  readonly reason?: string | undefined
  readonly why?: () => void
}): ReactNode {
  const { close } = useContext(OpenMenu)
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={style.item}
      data-danger={danger || undefined}
      aria-disabled={reason !== undefined || undefined}
      onClick={() => {
        if (reason !== undefined) {
          why?.()
          return
        }
        close()
        onChoose()
      }}
    >
      {children}
      {reason !== undefined && <span className={style.reason}>{reason}</span>}
    </button>
  )
}
