import type { ReactNode } from 'react'
import { Choose } from '../parts/choose.tsx'
import { useActor } from '../mock/actor.tsx'
import { usePeople } from '../mock/control-queries.ts'

/** A dialogue to choose as whom to act. */
export function ActAs({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { become } = useActor()
  const { data: people = [] } = usePeople()
  return (
    <Choose
      title="Act as"
      label="Name or e-mail address"
      onClose={onClose}
      choices={people.map(({ email, name, text, role }) => ({
        key: email,
        text: `${name} · ${email}`,
        detail: text ?? role,
        onChoose: () => become(email),
      }))}
    />
  )
}
