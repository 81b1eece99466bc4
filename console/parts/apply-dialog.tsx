import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Alternative, callText } from '../../src/index.ts'
import type { CallOf } from '../mock/remedy.ts'
import { useRemedy } from '../mock/use-remedy.ts'
import { ApplyResult } from './apply-result.tsx'
import { Button } from './button.tsx'
import style from './apply-dialog.module.css'
import { Dialog } from './dialog.tsx'
import { Select } from './field.tsx'
import { messageOf } from './message-of.ts'
import { RemedyPrice } from './remedy.tsx'
import { Text } from './text.tsx'

/**
 * Applies a remedy: asks as whom, makes its calls, repeats the denied call, and takes all of it back if asked
 * to.
 */
export function ApplyDialog({
  remedy,
  denied,
  first,
  onClose,
  onApplied,
}: {
  readonly remedy: Alternative
  readonly denied: CallOf
  readonly first: string | undefined
  readonly onClose: () => void
  readonly onApplied: (() => void) | undefined
}): ReactNode {
  const { calls } = remedy
  const [doers, setDoers] = useState(calls.map(({ by }) => by[0] ?? ''))
  const { progress, error, apply, undo } = useRemedy(denied, first)
  const heading = useRef<HTMLHeadingElement>(null)
  const isAsking = progress.at === 'asking' || progress.at === 'applying'
  useEffect(() => {
    if (!isAsking) heading.current?.focus()
  }, [isAsking, progress.at])

  const planned = calls.map(({ operation, args }, at) => ({ operation, args, as: doers[at] ?? '' }))
  const isEmpty = progress.at === 'applied' && progress.made.length === 0
  return (
    <Dialog
      title={isAsking ? 'Apply this remedy' : 'What was done'}
      onClose={onClose}
      actions={
        isAsking ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              look="primary"
              busy={progress.at === 'applying'}
              onClick={() => {
                void apply(planned).then(onApplied)
              }}
            >
              {first === undefined ? 'Apply' : 'Apply and try again'}
            </Button>
          </>
        ) : (
          <>
            {progress.at !== 'undone' && !isEmpty && (
              <Button icon="undo" onClick={() => void undo()}>
                {progress.at === 'undoing' ? `Undo all ${progress.entries.length}` : 'Undo'}
              </Button>
            )}
            <Button onClick={onClose}>Done</Button>
          </>
        )
      }
    >
      {isAsking ? (
        <>
          <ol className={style.calls}>
            {planned.map(({ as, ...call }, at) => (
              <li key={callText(call)}>
                <code>
                  <Text most={1000}>{callText(call)}</Text>
                </code>
                <Select
                  label={calls.length > 1 ? `As whom, call ${at + 1}` : 'As whom'}
                  value={as}
                  onChange={({ target }) => setDoers(doers.with(at, target.value))}
                >
                  {calls[at]?.by.map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </Select>
              </li>
            ))}
          </ol>
          <RemedyPrice remedy={remedy} />
          {first !== undefined && (
            <p>
              Then <Text>{denied.as}</Text> makes the denied call again.
            </p>
          )}
        </>
      ) : (
        <ApplyResult progress={progress} denied={denied} heading={heading} />
      )}
      <p role="status" className="visually-hidden">
        {progress.at === 'applying' ? `${progress.made.length} of ${calls.length} calls made` : ''}
      </p>
      {error !== undefined && <p role="alert">{messageOf(error)}</p>}
    </Dialog>
  )
}
