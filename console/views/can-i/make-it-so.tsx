import { type ReactNode, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { printable } from '../../../src/core/base/printable.ts'
import { useConnection } from '../../mock/connection.tsx'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { messageOf } from '../../parts/message-of.ts'
import style from './can-i.module.css'
import type { Question } from './question.ts'

/** Makes the call for real, as its person, once that is confirmed; it can be undone. */
export function MakeItSo({ question }: { readonly question: Question }): ReactNode {
  const { as, operation, args } = question
  const { control, clientAs } = useConnection()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [isAsking, ask] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function run(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const before = (await control.history()).at(-1)?.id
      const name: string = operation
      await clientAs(as).call(name, ...args)
      const made = (await control.history()).at(-1)?.id
      ask(false)
      const changed = made !== before
      announce(`${operation} was made as ${printable(as)}.`, changed ? { undo } : {})
      await queries.invalidateQueries()
    } catch (caught) {
      setError(messageOf(caught))
    } finally {
      setBusy(false)
    }
  }
  function undo(): void {
    void control
      .undo()
      .then(() => announce(`${operation} is undone.`))
      .catch((caught: unknown) => announce(messageOf(caught), { failed: true }))
      .then(() => queries.invalidateQueries())
  }

  return (
    <div className={style.buttons}>
      <Button onClick={() => ask(true)}>Make it so</Button>
      {isAsking && (
        <Dialog
          title="Make the call for real"
          onClose={() => ask(false)}
          actions={
            <>
              <Button onClick={() => ask(false)}>Cancel</Button>
              <Button look="primary" busy={isBusy} onClick={() => void run()}>
                Make the call
              </Button>
            </>
          }
        >
          <p>{printable(as)} makes this call. It can be undone.</p>
          <pre>
            {printable(`${operation}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)}
          </pre>
          {error !== undefined && <p role="alert">{error}</p>}
        </Dialog>
      )}
    </div>
  )
}
