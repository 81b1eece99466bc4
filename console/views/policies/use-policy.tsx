import { type ReactNode, useState } from 'react'
import type { Policy } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { usePolicy } from '../../mock/control-queries.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Differences } from './differences.tsx'
import style from './policies.module.css'
import { useAskAgain } from './policy-queries.ts'

/** Puts a policy in force, once its effect was shown. Without a policy, the button is off. */
export function UsePolicy({
  policy,
  describedBy,
  onUsed,
}: {
  readonly policy: string | Policy | undefined
  readonly describedBy?: string | undefined
  readonly onUsed?: () => void
}): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        look="primary"
        off={policy === undefined}
        aria-describedby={describedBy}
        onClick={() => setOpen(true)}
      >
        Use this policy
      </Button>
      {isOpen && policy !== undefined && (
        <Effect policy={policy} onUsed={onUsed} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

function Effect({
  policy,
  onUsed,
  onClose,
}: {
  readonly policy: string | Policy
  readonly onUsed: (() => void) | undefined
  readonly onClose: () => void
}): ReactNode {
  const { control } = useConnection()
  const { data: before } = usePolicy()
  const announce = useAnnounce()
  const askAgain = useAskAgain()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const name = typeof policy === 'string' ? policy : policy.name

  const putBack = async (former: Policy): Promise<void> => {
    try {
      await control.policy.use(former)
      await askAgain()
      announce(`${former.name} is in force again.`)
    } catch (error) {
      announce(messageOf(error), { failed: true })
    }
  }
  const use = async (): Promise<void> => {
    setBusy(true)
    try {
      await control.policy.use(policy)
      onUsed?.()
      onClose()
      announce(`${name} is in force.`, {
        ...(before && { undo: () => void putBack(before) }),
      })
      await askAgain()
    } catch (error) {
      setProblem(messageOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={`Use ${name}?`}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={isBusy} onClick={() => void use()}>
            Put it in force
          </Button>
        </>
      }
    >
      <p>
        It replaces {before?.name ?? 'the policy in force'} on the same state, and the way back
        begins anew. This is its effect:
      </p>
      {before && <Differences to={policy} />}
      {problem !== undefined && (
        <p role="alert" className={style.refusal}>
          {problem}
        </p>
      )}
    </Dialog>
  )
}
