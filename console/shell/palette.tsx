import type { ReactNode } from 'react'
import { useActor } from '../mock/actor.tsx'
import { usePeople } from '../mock/control-queries.ts'
import { Choose } from '../parts/choose.tsx'
import { navigate } from '../routing/hash-location.ts'
import { views } from './views.ts'
import { useActions } from './actions.ts'

/** The command palette: views, actions and people by typing. */
export function Palette({
  onClose,
  onHelp,
}: {
  readonly onClose: () => void
  readonly onHelp: () => void
}): ReactNode {
  const { become } = useActor()
  const { data: people = [] } = usePeople()
  const actions = useActions()
  return (
    <Choose
      title="Go to or do"
      label="View, action or person"
      onClose={onClose}
      choices={[
        ...views.map(({ path, name }) => ({
          key: path,
          text: name,
          group: 'View',
          onChoose: () => navigate(path),
        })),
        ...actions.map(({ name, run }) => ({
          key: name,
          text: name,
          group: 'Action',
          onChoose: run,
        })),
        { key: 'keys', text: 'Show the keys', group: 'Action', onChoose: onHelp },
        ...people.map(({ email, name }) => ({
          key: email,
          text: `Act as ${name}`,
          detail: email,
          onChoose: () => become(email),
        })),
      ]}
    />
  )
}
