import { type ReactNode, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Text } from '../../parts/text.tsx'
import { goBackTo } from './go-back.ts'
import { type Place, placeText, timeText } from './history-words.ts'
import { useReplace } from './replace.ts'
import style from './snapshots.module.css'

/** The most changes that are listed. */
const mostListed = 20

/** Says which changes going back takes, before it does. */
export function GoBackDialog({
  place,
  onClose,
}: {
  readonly place: Place
  readonly onClose: () => void
}): ReactNode {
  const { control } = useConnection()
  const { change } = useReplace()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { later } = place
  const count = later.length === 1 ? '1 change' : `${later.length} changes`
  const goBack = async (): Promise<void> => {
    setBusy(true)
    try {
      await change(`Took back ${count}.`, () => goBackTo(control, place))
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Go back?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" icon="undo" busy={isBusy} onClick={() => void goBack()}>
            Take back {count}
          </Button>
        </>
      }
    >
      <p>The state will be as it was after {placeText(place)}. These changes are lost:</p>
      <ol className={style.lost}>
        {later.slice(0, mostListed).map(({ id, at, what, about, actor }) => (
          <li key={id}>
            <code>{what}</code> <Text most={60}>{about}</Text>
            <span className={style.soft}>
              <Text most={60}>{actor}</Text>, {timeText(at)}
            </span>
          </li>
        ))}
        {later.length > mostListed && <li>and {later.length - mostListed} more</li>}
      </ol>
      <p className={style.soft}>
        Undo brings the state again, without the way back to its single changes. To keep both, fork
        from that place instead.
      </p>
      {problem !== undefined && (
        <p role="alert" className={style.refusal}>
          {problem}
        </p>
      )}
    </Dialog>
  )
}
