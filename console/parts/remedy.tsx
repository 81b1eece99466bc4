import type { ReactNode } from 'react'
import { type Alternative, callText, type RemedyCall } from '../../src/index.ts'
import { Button } from './button.tsx'
import style from './denial-view.module.css'
import { Icon } from './icon.tsx'
import { listOf } from './list-of.ts'
import { Text } from './text.tsx'

/** A set of calls that would allow a denied one: what it supplies, who may make each, and what else it gives. */
export function Remedy({
  remedy,
  onApply,
}: {
  readonly remedy: Alternative
  /** Applies it. Left out where that can't be done. */
  readonly onApply: (() => void) | undefined
}): ReactNode {
  const { missing, calls } = remedy
  const doers = calls.map(({ by }) => by[0])
  return (
    <>
      <ul className={style.leaves} aria-label="Requirements that are not met">
        {missing.map(({ text, haveText }) => (
          <li key={`${text} ${haveText}`}>
            <Icon name="no" />
            <span className="visually-hidden">Missing: </span>
            <span>
              <Text most={1000}>{text}</Text>
              <span className={style.have}>
                <Text most={1000}>{haveText}</Text>
              </span>
            </span>
          </li>
        ))}
      </ul>
      <ol className={style.calls}>
        {calls.map((one) => (
          <li key={callText(one)}>
            <code>
              <Text most={1000}>{callText(one)}</Text>
            </code>
            <p className={style.have}>{whoMay(one)}</p>
          </li>
        ))}
      </ol>
      <RemedyPrice remedy={remedy} />
      {onApply && doers.every((one) => one !== undefined) && (
        <div>
          <Button onClick={onApply}>
            Apply as <Text>{listOf([...new Set(doers)], 'and')}</Text>…
          </Button>
        </div>
      )}
    </>
  )
}

/** What a remedy gives beyond the denied call, and what would still be in the way. */
export function RemedyPrice({
  remedy: { gives, refusal },
}: {
  readonly remedy: Alternative
}): ReactNode {
  if (gives.length === 0 && refusal === undefined) return null
  return (
    <ul className={style.leaves} aria-label="What else to know">
      {gives.map(({ user, text, in: place }) => (
        <li key={`${user.id} ${place.id}`}>
          <Icon name="depends" />
          <Text most={1000}>{text}</Text>
        </li>
      ))}
      {refusal && (
        <li>
          <Icon name="no" />
          <span>
            Even then it would answer {refusal.status}: <Text most={1000}>{refusal.text}</Text>
          </span>
        </li>
      )}
    </ul>
  )
}

function whoMay({ by }: RemedyCall): ReactNode {
  if (by.length === 0) return 'It is not said who may do it.'
  const shown = by.slice(0, 3)
  const more = by.length - shown.length
  return (
    <>
      By <Text most={600}>{listOf(more > 0 ? [...shown, `${more} more`] : shown, 'or')}</Text>
    </>
  )
}
