import type { ReactNode } from 'react'
import type { TracedNeed, TracedRule } from '../../../mocks/control-client/index.ts'
import type { Decision } from '../../../src/index.ts'
import { Badge } from '../../parts/badge.tsx'
import { Text } from '../../parts/text.tsx'
import style from './log.module.css'

const looks = {
  yes: { tone: 'yes', icon: 'yes', said: 'Met' },
  no: { tone: 'no', icon: 'no', said: 'Missing' },
  depends: { tone: 'depends', icon: 'depends', said: 'Depends' },
} as const

/** Every rule that a call asks, as a tree of what it needs: what is met, and what is missing. */
export function TraceTree({
  trace,
  decision,
}: {
  readonly trace: readonly TracedRule[]
  /** What was had in place of what was missing. */
  readonly decision: Decision | undefined
}): ReactNode {
  if (trace.length === 0) return null
  return (
    <section aria-label="What the rules ask">
      <h3>What the rules ask</h3>
      <p className={style.soft}>Judged by the state of now.</p>
      <ul className={style.tree}>
        {trace.map(({ rule, action, needs, isSight }, at) => (
          // A call may ask one rule twice, about two resources; the order is that of the policy.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <p>
              <b>
                Rule <Text>{rule}</Text>
              </b>{' '}
              <Text>{isSight ? `to see it (${action})` : action}</Text>
            </p>
            <ul>
              <Need need={needs} decision={decision} />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Need({
  need,
  decision,
}: {
  readonly need: TracedNeed
  readonly decision: Decision | undefined
}): ReactNode {
  const { tone, icon, said } = looks[need.outcome]
  const badge = (
    <Badge tone={tone} icon={icon}>
      {said}
    </Badge>
  )
  if ('text' in need) {
    const had = need.outcome === 'yes' ? undefined : hadInstead(need.text, decision)
    return (
      <li>
        {badge}{' '}
        <span>
          <Text most={1000}>{need.text}</Text>
          {had !== undefined && (
            <span className={style.soft}>
              {' '}
              <Text most={1000}>{had}</Text>
            </span>
          )}
        </span>
      </li>
    )
  }
  const [word, parts] = 'all' in need ? ['All of these', need.all] : ['One of these', need.any]
  return (
    <li>
      {badge} {word}
      <ul>
        {parts.map((part, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Need key={at} need={part} decision={decision} />
        ))}
      </ul>
    </li>
  )
}

/** What the person had in place of a requirement, as the denial said it. */
const hadInstead = (text: string, decision: Decision | undefined): string | undefined =>
  decision?.alternatives
    .flatMap(({ missing }) => missing)
    .find((one) => one.text === text || one.text.startsWith(text.replace(/\.$/, '')))?.haveText
