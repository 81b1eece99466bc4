import { type ReactNode, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { goBackTo } from './go-back.ts'
import { type Place, placeText } from './history-words.ts'
import { useReplace } from './replace.ts'

/** Begins a state with a name at a place of the history. The one that is shown stays as it is. */
export function ForkDialog({
  place,
  onClose,
}: {
  readonly place: Place
  readonly onClose: () => void
}): ReactNode {
  const { control, host, session } = useConnection()
  const { show } = useReplace()
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const fork = async (): Promise<void> => {
    try {
      await control.states.create(name, { from: session || '.' })
      await goBackTo(host.control(name), place)
      onClose()
      show(name)
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <Dialog title="Fork a state" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void fork()
        }}
      >
        <p>
          A state that begins {place.change ? `after ${placeText(place)}` : placeText(place)},
          beside this one. Requests reach it by the header <code>X-Mock-Session</code>.
        </p>
        <TextField
          label="Name"
          hint="Letters, digits and - _ . ~, such as what-if"
          required
          autoFocus
          value={name}
          error={problem}
          onChange={({ target }) => setName(target.value)}
        />
        <p>
          <Button look="primary" type="submit">
            Fork and show it
          </Button>
        </p>
      </form>
    </Dialog>
  )
}
