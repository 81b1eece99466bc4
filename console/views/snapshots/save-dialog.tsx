import { type ReactNode, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Checkbox } from '../../parts/field.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { save } from './file.ts'
import style from './snapshots.module.css'

/** Saves the state as a file, with or without its secrets. */
export function SaveDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { control } = useConnection()
  const announce = useAnnounce()
  const [secrets, setSecrets] = useState(false)
  const [problem, setProblem] = useState<string>()
  const take = async (): Promise<void> => {
    try {
      const name = save(await control.snapshot({ secrets }))
      announce(`Saved ${name}.`)
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <Dialog
      title="Save as a file"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" icon="download" onClick={() => void take()}>
            Save the file
          </Button>
        </>
      }
    >
      <p>
        The file holds all people, roles, projects and the audit. Load it here, or start a mock from
        it:
      </p>
      <pre className={style.code}>rolecall mock --data FILE</pre>
      <Checkbox
        label="With secrets"
        checked={secrets}
        onChange={({ target }) => setSecrets(target.checked)}
      />
      <p className={style.soft}>
        {secrets
          ? 'With the keys of service accounts, the values of tokens and the answers kept for retries. Keep the file to yourself.'
          : 'The keys of service accounts, the values of tokens and the answers kept for retries stay here, so the file can be shared.'}
      </p>
      {problem !== undefined && (
        <p role="alert" className={style.refusal}>
          {problem}
        </p>
      )}
    </Dialog>
  )
}
