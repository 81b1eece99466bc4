import type { ReactNode } from 'react'
import type { User, UserUpdate } from '../../../src/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Checkbox } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useWrite } from '../../parts/use-write.ts'

/** The box of one grant of one member. A box that is off says who may tick it. */
export function GrantBox({
  user: { email, name: whose, grants },
  grant,
  name,
}: {
  readonly user: User
  readonly grant: string
  readonly name: string
}): ReactNode {
  const { busy, error, write } = useWrite()
  const isTicked = grants[grant] === true
  const patch: UserUpdate = { grants: { [grant]: isTicked ? null : true } }
  return (
    <>
      <Gate operation="users.update" args={[email, patch]}>
        {({ off, reason, describedBy, explain }) => (
          <span title={reason} onClickCapture={off ? explain : undefined}>
            <Checkbox
              label={`${name}, ${printable(whose)}`}
              labelHidden
              checked={isTicked}
              off={off}
              aria-busy={busy || undefined}
              aria-describedby={describedBy}
              onChange={() => {
                if (busy) return
                void write(
                  (client) => client.users.update(email, patch),
                  `${isTicked ? 'Unticked' : 'Ticked'} ${name} for ${printable(email)}.`,
                )
              }}
            />
          </span>
        )}
      </Gate>
      <Problem error={error} />
    </>
  )
}
