import { type ReactNode, useState } from 'react'
import type { Alternative, Decision } from '../../src/index.ts'
import type { CallOf } from '../mock/remedy.ts'
import { ApplyDialog } from './apply-dialog.tsx'
import style from './denial-view.module.css'
import { Remedy } from './remedy.tsx'
import { RuleView } from './rule-view.tsx'
import { Text } from './text.tsx'

/** A decision in words: the rule, the reason, and what would allow the call, each with a way to apply it. */
export function DenialView({
  decision,
  call,
  first,
  onApplied,
}: {
  readonly decision: Decision
  /** The denied call. Without it, nothing can be applied. */
  readonly call?: CallOf | undefined
  /** The id of its request, if it is to be made again once it is allowed. */
  readonly first?: string | undefined
  /** Called once a remedy was applied. */
  readonly onApplied?: () => void
}): ReactNode {
  const [applied, apply] = useState<Alternative>()
  const { text, alternatives, moreAlternatives, final } = decision
  return (
    <div className={style.denial}>
      <RuleView decision={decision} />
      <p className={style.reason}>
        <Text most={2000}>{text}</Text>
      </p>
      {alternatives.length > 0 && (
        <section className={style.remedies} aria-label="What would allow it">
          <h3>
            {alternatives.length === 1 ? 'This would allow it' : 'Each of these would allow it'}
          </h3>
          <ol>
            {alternatives.map((remedy, at) => (
              // Remedies have no key, and their order is part of the decision.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at} className={style.remedy}>
                <Remedy remedy={remedy} onApply={call && (() => apply(remedy))} />
              </li>
            ))}
          </ol>
          {moreAlternatives !== undefined && <p>{moreAlternatives} more are not listed.</p>}
        </section>
      )}
      {final !== undefined && !text.includes(final) && (
        <p>
          <Text most={2000}>{final}</Text>
        </p>
      )}
      {/* Not in the remedy: it may be gone once it has been applied. */}
      {call && applied && (
        <ApplyDialog
          remedy={applied}
          denied={call}
          first={first}
          onClose={() => apply(undefined)}
          onApplied={onApplied}
        />
      )}
    </div>
  )
}
