import type { ReactNode } from 'react'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Button } from '../../parts/button.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Failure } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { Clock } from './clock.tsx'
import style from './faults.module.css'
import { usePlan } from './plan.ts'
import { QuickFaults } from './quick-faults.tsx'
import { RuleList } from './rule-list.tsx'

/** What goes wrong on purpose, and when. */
export function Faults(): ReactNode {
  const { rules, error, setRules } = usePlan()
  const announce = useAnnounce()
  return (
    <View
      title="Faults"
      lead="What goes wrong on purpose for your app, and when. The console itself meets no faults."
      actions={
        rules.length > 0 && (
          <Button
            look="primary"
            icon="no"
            onClick={() => {
              setRules([], 'All faults have ended.').catch((thrown: unknown) =>
                announce(messageOf(thrown), { failed: true }),
              )
            }}
          >
            End all faults
          </Button>
        )
      }
    >
      {error ? <Failure error={error} /> : null}
      <div className={style.columns}>
        <div className={style.part}>
          <QuickFaults />
          <RuleList />
        </div>
        <Clock />
      </div>
    </View>
  )
}
