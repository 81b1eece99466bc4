import type { ReactNode } from 'react'
import { Badge } from '../../parts/badge.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Text } from '../../parts/text.tsx'
import type { Line } from './lines.ts'
import style from './log.module.css'
import { firstTry } from '../../mock/remedy.ts'
import type { Seen } from './seen.ts'

/** The most of a call that a line holds, in characters. */
const mostOfCall = 160

/** The cells of a request. */
export function LogLine({ seen, href }: { readonly seen: Seen; readonly href: string }): ReactNode {
  const { request, call, kind, fault } = seen
  const { at, actor = 'nobody', id } = request
  const rule = request.rule ?? request.decision?.rule ?? ''
  return (
    <>
      <div role="cell" data-wide-only>
        <time dateTime={at}>{at.slice(11, 19)}</time>
      </div>
      <div role="cell" data-wide-only="roomy" className={style.cut}>
        <Text most={60}>{actor}</Text>
      </div>
      <div role="rowheader" className={style.cut}>
        <a href={href} className={style.link}>
          {kind === 'question' && <Icon name="question" />}
          {request.observer && <span className={style.tag}>console </span>}
          {firstTry(id) !== undefined && <span className={style.tag}>again </span>}
          <code>
            <Text most={mostOfCall}>{call}</Text>
          </code>
        </a>
      </div>
      <div role="cell" className={style.status}>
        <EndBadge seen={seen} />
        {fault !== undefined && (
          <Badge tone="depends" icon="faults">
            <Text most={24}>{fault}</Text>
          </Badge>
        )}
      </div>
      <div role="cell" data-wide-only className={style.cut}>
        <Text most={24}>{rule}</Text>
      </div>
      <div role="cell" data-wide-only className={style.number}>
        {request.ms.toFixed(1)}
      </div>
    </>
  )
}

/** The cells of several questions in a row. */
export function LogGroup({
  line: { group, isOpen },
  onToggle,
}: {
  readonly line: Extract<Line, { group: readonly Seen[] }>
  readonly onToggle: (id: string) => void
}): ReactNode {
  const [first] = group
  if (first === undefined) return null
  const { at, actor = 'nobody', id } = first.request
  const no = group.filter(({ end }) => end === 'denied').length
  return (
    <>
      <div role="cell" data-wide-only>
        <time dateTime={at}>{at.slice(11, 19)}</time>
      </div>
      <div role="cell" data-wide-only="roomy" className={style.cut}>
        <Text most={60}>{actor}</Text>
      </div>
      <div role="rowheader">
        <button
          type="button"
          className={style.toggle}
          aria-expanded={isOpen}
          onClick={() => onToggle(id)}
        >
          <Icon name={isOpen ? 'down' : 'right'} />
          {group.length} questions
        </button>
      </div>
      <div role="cell">
        {no > 0 ? (
          <Badge tone="no" icon="no">
            {no} no
          </Badge>
        ) : (
          <Badge tone="yes" icon="yes">
            All yes
          </Badge>
        )}
      </div>
      <div role="cell" data-wide-only />
      <div role="cell" data-wide-only />
    </>
  )
}

/** How a request ended, as text, icon and tone. */
export function EndBadge({ seen: { end, said } }: { readonly seen: Seen }): ReactNode {
  const { tone, icon } = looks[end]
  return (
    <Badge tone={tone} icon={icon}>
      {said}
    </Badge>
  )
}

const looks = {
  allowed: { tone: 'yes', icon: 'yes' },
  denied: { tone: 'no', icon: 'no' },
  error: { tone: 'depends', icon: 'depends' },
} as const
