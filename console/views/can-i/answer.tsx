import { type ReactNode, useId } from 'react'
import type { Rehearsal } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Badge } from '../../parts/badge.tsx'
import { DenialView } from '../../parts/denial-view.tsx'
import style from './can-i.module.css'
import { EffectView } from './effect-view.tsx'
import { Everybody } from './everybody.tsx'
import { MakeItSo } from './make-it-so.tsx'
import type { Question } from './question.ts'
import { TryRemedies } from './try-remedies.tsx'

/** What the call would answer, why, and what it would change. */
export function Answer({
  question,
  rehearsal,
}: {
  readonly question: Question
  readonly rehearsal: Rehearsal
}): ReactNode {
  const { status, code, answer, decision, note, effect } = rehearsal
  const would = status < 400
  const heading = useId()
  return (
    <>
      <section aria-labelledby={heading}>
        <h2 id={heading}>The decision</h2>
        <p className={style.outcome} role="status">
          <Verdict rehearsal={rehearsal} />
          <span>
            {printable(rehearsal.as)} would get {status}
            {code !== undefined && ` ${code}`}.{note !== undefined && ` ${printable(note)}.`}
          </span>
        </p>
        <DenialView decision={decision} call={{ ...question, args: [...question.args] }} />
        <TryRemedies decision={decision} />
      </section>
      {would && <MakeItSo question={question} />}
      <EffectView effect={effect} />
      <Everybody key={JSON.stringify(question)} question={question} />
      {answer !== undefined && (
        <details>
          <summary>The answer as JSON</summary>
          <pre>{printable(JSON.stringify(answer, undefined, 2), '\n')}</pre>
        </details>
      )}
    </>
  )
}

/** The answer in a word: a call that is not well formed is neither allowed nor denied. */
function Verdict({
  rehearsal: { status, decision },
}: {
  readonly rehearsal: Rehearsal
}): ReactNode {
  if (status < 400) {
    return (
      <Badge tone="yes" icon="yes">
        Allowed
      </Badge>
    )
  }
  if (status === 400 || status === 422) {
    return (
      <Badge tone="depends" icon="depends">
        Invalid
      </Badge>
    )
  }
  return (
    <Badge tone="no" icon="no">
      {decision.allowed ? 'Allowed, and refused' : 'Denied'}
    </Badge>
  )
}
