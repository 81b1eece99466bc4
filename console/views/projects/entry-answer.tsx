import type { ReactNode } from 'react'
import type { Member, OperationId } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { Button } from '../../parts/button.tsx'
import { useCall } from '../../parts/use-call.ts'

const answers = [
  { operation: 'projects.members.accept', verb: 'Accept', done: 'Accepted', icon: 'yes' },
  { operation: 'projects.members.reject', verb: 'Reject', done: 'Rejected', icon: 'no' },
] as const satisfies readonly { operation: OperationId; [key: string]: string }[]

/**
 * Buttons that accept and reject an entry which waits for its person's answer. Nobody else may answer, and
 * that person does not see the project before: so the call is theirs, whoever acts.
 */
export function EntryAnswer({
  project,
  entry: { id, status, subject },
}: {
  readonly project: string
  readonly entry: Member
}): ReactNode {
  const { email } = useActor()
  const { busy, call } = useCall()
  if (status !== 'pending' || subject.type !== 'email') return null
  const person = subject.id
  return answers.map(({ operation, verb, done, icon }) => (
    <Button
      key={operation}
      look="plain"
      icon={icon}
      iconOnly
      busy={busy}
      title={`${verb} as ${person}`}
      onClick={() => void call(operation, [project, id], `${done}, as ${person}.`, person)}
    >
      {person === email ? verb : `${verb} as ${person}`}
    </Button>
  ))
}
