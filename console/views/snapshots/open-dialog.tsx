import { type ReactNode, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { usePeople, usePolicy } from '../../mock/control-queries.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { factsOf } from './facts.ts'
import type { Checked, Opening } from './opening.ts'
import style from './snapshots.module.css'
import { useReplace } from './replace.ts'

/** Shows what a snapshot holds, and replaces the state only when somebody says so. */
export function OpenDialog({
  opening,
  onClose,
}: {
  readonly opening: Opening
  readonly onClose: () => void
}): ReactNode {
  switch (opening.status) {
    case 'checking':
      return (
        <Dialog title="Open a snapshot" onClose={onClose}>
          <Loading what="the snapshot" />
        </Dialog>
      )
    case 'refused':
      return (
        <Dialog
          title="This snapshot can’t be opened"
          onClose={onClose}
          actions={<Button onClick={onClose}>OK</Button>}
        >
          <p>
            It comes from <Text>{opening.from}</Text>. It was refused, and nothing has changed.
          </p>
          <p role="alert" className={style.refusal}>
            <Text most={1000}>{opening.reason}</Text>
          </p>
        </Dialog>
      )
    case 'fits':
      return <Confirm {...opening} onClose={onClose} />
  }
}

function Confirm({
  from,
  snapshot,
  onClose,
}: Checked & { readonly onClose: () => void }): ReactNode {
  const { session } = useConnection()
  const { data: people } = usePeople()
  const { data: policy } = usePolicy()
  const { replace, openBeside } = useReplace()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isOther = policy !== undefined && policy.name !== snapshot.policy.name

  const doing = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await work()
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Open this snapshot?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            busy={isBusy}
            off={name === ''}
            onClick={() => void doing(() => openBeside(name, snapshot))}
          >
            Open beside
          </Button>
          <Button
            look="primary"
            busy={isBusy}
            onClick={() => void doing(() => replace(snapshot, `Opened ${from}.`))}
          >
            Replace the state
          </Button>
        </>
      }
    >
      <p>
        It comes from <Text>{from}</Text>. The mock has checked it, and nothing has changed yet.
      </p>
      <dl className={style.facts}>
        {factsOf(snapshot).map(({ name: what, text }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <Text>{text}</Text>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        It replaces {session === '' ? 'the main state' : `the state ${session}`} with its{' '}
        {people?.length ?? '…'} people, and the way back begins anew. Undo takes you back.
      </p>
      {isOther && (
        <p className={style.warning}>Its policy replaces {policy.name}, which is in force now.</p>
      )}
      <TextField
        label="Name of a state beside"
        hint="With a name, it can be opened beside what is here, which then stays."
        value={name}
        error={problem}
        onChange={({ target }) => setName(target.value)}
      />
    </Dialog>
  )
}
