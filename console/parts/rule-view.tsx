import type { ReactNode } from 'react'
import type { Decision } from '../../src/index.ts'
import { Badge } from './badge.tsx'
import style from './denial-view.module.css'
import { Text } from './text.tsx'

const origins = {
  documented: 'Documented',
  reading: 'Our reading',
  platform: 'On every platform',
} as const

/** The rule that decided, in the policy's words, and where it comes from. */
export function RuleView({
  decision: { rule, ruleText, ruleSource },
}: {
  readonly decision: Decision
}): ReactNode {
  if (!rule && ruleText === undefined) return null
  return (
    <div className={style.rule}>
      <p>
        {rule && (
          <b>
            Rule <Text>{rule}</Text>
          </b>
        )}{' '}
        {ruleText !== undefined && <Text most={2000}>{ruleText}</Text>}
      </p>
      {ruleSource && (
        <p className={style.source}>
          <Badge>{origins[ruleSource.origin]}</Badge> <Text>{ruleSource.title}</Text>
        </p>
      )}
    </div>
  )
}
