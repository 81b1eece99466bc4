import type { ReactNode } from 'react'
import { messageOf } from '../../parts/message-of.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Choose } from '../../parts/choose.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Loading } from '../../parts/states.tsx'
import { useResources } from '../../mock/resources.ts'

/** A dialogue to choose the resource of the actions, by its name, its key or its type. */
export function ChooseResource({
  onChoose,
  onClose,
}: {
  readonly onChoose: (type: string, id: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { data, error } = useResources()
  const title = 'Choose a resource'
  if (data === undefined) {
    return (
      <Dialog title={title} onClose={onClose}>
        {error ? <p role="alert">{messageOf(error)}</p> : <Loading what="the resources" />}
      </Dialog>
    )
  }
  return (
    <Choose
      title={title}
      label="Name, key or type"
      onClose={onClose}
      choices={data.map(({ type, id, name }) => ({
        key: `${type} ${id}`,
        text: printable(name),
        detail: id === 'current' ? type : `${type} · ${id}`,
        onChoose: () => onChoose(type, id),
      }))}
    />
  )
}
