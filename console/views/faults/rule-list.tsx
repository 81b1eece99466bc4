import { type ReactNode, useRef, useState } from 'react'
import type { FaultRule } from '../../../mocks/control-client/index.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Text } from '../../parts/text.tsx'
import style from './faults.module.css'
import { type PlannedRule, usePlan } from './plan.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { callsText, outcomeText } from './rule-words.ts'

/** The rules of the plan in force, in the order in which they strike. */
export function RuleList(): ReactNode {
  const { plan, rules, setRules } = usePlan()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  const [edited, edit] = useState<number | 'new'>()
  const all = rules.map(({ rule }) => rule)

  const save = (rule: FaultRule): Promise<void> =>
    edited === 'new'
      ? setRules([...all, rule], 'Added a rule.')
      : setRules(
          all.map((one, at) => (at === edited ? rule : one)),
          'Changed the rule.',
        )
  const remove = (at: number): void => {
    heading.current?.focus()
    setRules(
      all.filter((_, index) => index !== at),
      'Removed the rule.',
    ).catch((error: unknown) => announce(messageOf(error), { failed: true }))
  }
  const copy = (): void => {
    navigator.clipboard.writeText(JSON.stringify(plan, undefined, 2)).then(
      () => announce('The plan is copied: save it for rolecall mock --faults plan.json.'),
      () => announce('The browser keeps its clipboard closed here.', { failed: true }),
    )
  }
  return (
    <section className={style.part} aria-labelledby="rules">
      <header className={style.head}>
        <h2 id="rules" ref={heading} tabIndex={-1}>
          Rules
        </h2>
        <Button icon="add" onClick={() => edit('new')}>
          Add a rule
        </Button>
      </header>
      {rules.length === 0 && (
        <p className={style.none}>No faults: every call is answered at once.</p>
      )}
      <ol className={style.rules}>
        {rules.map((planned, at) => (
          <Rule
            // Rules have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            at={at}
            {...planned}
            onEdit={() => edit(at)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      {rules.length > 0 && (
        <details>
          <summary>The plan as JSON</summary>
          <pre className={style.code}>{JSON.stringify(plan, undefined, 2)}</pre>
          <Button icon="copy" onClick={copy}>
            Copy the plan
          </Button>
        </details>
      )}
      {edited !== undefined && (
        <RuleDialog
          rule={edited === 'new' ? undefined : all[edited]}
          onSave={save}
          onClose={() => edit(undefined)}
        />
      )}
    </section>
  )
}

function Rule({
  rule,
  hits,
  isSpent,
  at,
  onEdit,
  onRemove,
}: PlannedRule & {
  readonly at: number
  readonly onEdit: () => void
  readonly onRemove: () => void
}): ReactNode {
  const last = hits.at(-1)
  return (
    <li className={style.rule}>
      <span>
        <strong>
          <Text>{outcomeText(rule)}</Text>
        </strong>
        <span className={style.soft}>
          <Text>{callsText(rule)}</Text>
        </span>
        <span className={style.soft}>
          {hits.length === 0
            ? 'Nothing struck yet'
            : `Struck ${hits.length}, last ${last?.operation ?? last?.path ?? ''}`}
        </span>
      </span>
      <span className={style.actions}>
        {isSpent && <Badge icon="yes">Done</Badge>}
        <Button look="plain" icon="edit" iconOnly onClick={onEdit}>
          Edit rule {at + 1}
        </Button>
        <Button look="plain" icon="remove" iconOnly onClick={onRemove}>
          Remove rule {at + 1}
        </Button>
      </span>
    </li>
  )
}
