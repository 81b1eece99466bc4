import type { ReactNode } from 'react'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Checkbox } from '../../parts/field.tsx'
import { messageOf } from '../../parts/message-of.ts'
import style from './faults.module.css'
import { usePlan } from './plan.ts'
import { isSameRule, quickRules } from './quick-rules.ts'

/** The faults that one press sets and takes back. */
export function QuickFaults(): ReactNode {
  const { rules, setRules } = usePlan()
  const announce = useAnnounce()
  const all = rules.map(({ rule }) => rule)
  return (
    <fieldset className={style.quick}>
      <legend>At a press</legend>
      {quickRules.map(({ name, rule }) => {
        const isOn = rules.some((one) => !one.isSpent && isSameRule(one.rule, rule))
        const others = all.filter((one) => !isSameRule(one, rule))
        return (
          <Checkbox
            key={name}
            label={name}
            role="switch"
            checked={isOn}
            onChange={() => {
              setRules(
                isOn ? others : [...others, rule],
                isOn ? `Ended: ${name}.` : `${name}: on.`,
              ).catch((error: unknown) => announce(messageOf(error), { failed: true }))
            }}
          />
        )
      })}
    </fieldset>
  )
}
