import { applyChange, followChanges } from '../../mock/changes.ts'
import type { Mock } from '../../mock/mock.ts'
import { policyIn } from '../../snapshot/policy.ts'
import type { StateChange } from '../../snapshot/state-change.ts'
import { canonical } from '../../state/hash.ts'
import type { Recorded } from './persisted.ts'

/** The parts of a mock that its stored copy needs. */
export const recorded = (mock: Mock): Recorded => ({
  follow: (listener) =>
    followChanges(mock, (change) => {
      if (!isEmpty(change)) listener(change)
    }),
  apply: (change) => {
    followPolicy(mock, change)
    applyChange(mock, change)
  },
  whole: () => ({ snapshot: mock.snapshot() }),
})

/** Whether a call only counted itself, as most reads do. Others count it when they make the next change. */
const isEmpty = ({ call }: StateChange): boolean =>
  call !== undefined &&
  [call.records, call.audit, call.mails, call.kept, Object.keys(call.lastSeen)].every(
    ({ length }) => length === 0,
  )

/** A state goes on under the policy that another tab has put in force. */
function followPolicy(mock: Mock, { snapshot }: StateChange): void {
  if (snapshot === undefined) return
  const policy = policyIn(snapshot)
  if (canonical(policy) !== canonical(mock.policy)) mock.use(policy)
}
