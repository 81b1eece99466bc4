import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import style from './announcer.module.css'
import { Button } from './button.tsx'

/** What is said after something was done. */
interface Said {
  readonly text: string
  readonly tone: 'yes' | 'no'
  readonly undo?: (() => void) | undefined
}

/** Says what was done, in the corner and to screen readers. */
export type Announce = (
  text: string,
  more?: { readonly failed?: boolean; readonly undo?: () => void },
) => void

const Context = createContext<Announce>(() => {})

/** The place where everything below it says what was done. It stays until the next, or until it is closed. */
export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [said, setSaid] = useState<Said>()
  const announce = useCallback<Announce>(
    (text, { failed = false, undo } = {}) => setSaid({ text, tone: failed ? 'no' : 'yes', undo }),
    [],
  )
  return (
    <Context value={announce}>
      {children}
      <section className={style.place} aria-label="What was done">
        <div role="status">
          {said && (
            <p className={style.said} data-tone={said.tone}>
              {said.text}
            </p>
          )}
        </div>
        {said && (
          <div className={style.actions}>
            {said.undo && (
              <Button
                icon="undo"
                onClick={() => {
                  setSaid(undefined)
                  said.undo?.()
                }}
              >
                Undo
              </Button>
            )}
            <Button look="plain" icon="no" iconOnly onClick={() => setSaid(undefined)}>
              Dismiss
            </Button>
          </div>
        )}
      </section>
    </Context>
  )
}

/** Returns the function that says what was done. */
export const useAnnounce = (): Announce => useContext(Context)
