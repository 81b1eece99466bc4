import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FaultPlan, FaultRule, LoggedRequest } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { controlQueries } from '../../mock/control-queries.ts'
import { useLog } from '../../mock/log-provider.tsx'
import { useAnnounce } from '../../parts/announcer.tsx'
import { messageOf } from '../../parts/message-of.ts'

/** A rule of the plan in force. */
export interface PlannedRule {
  readonly rule: FaultRule
  /** The requests that it struck since the plan was set, the last one last. */
  readonly hits: readonly LoggedRequest[]
  /** Whether it strikes no more. */
  readonly isSpent: boolean
}

/** The last request before the console set the plan: a plan counts anew. */
let lastBefore: string | undefined

/** Returns the plan in force, with what each rule has struck, and the ways to change it. */
export function usePlan(): {
  readonly plan: FaultPlan | undefined
  readonly rules: readonly PlannedRule[]
  readonly error: unknown
  /** Sets other rules, and offers to undo it. Rejects if the mock refuses them. */
  readonly setRules: (rules: readonly FaultRule[], text: string) => Promise<void>
} {
  const connection = useConnection()
  const { control } = connection
  const { requests } = useLog()
  const { data: plan, error } = useQuery(controlQueries.faults(connection))
  const queries = useQueryClient()
  const announce = useAnnounce()

  const since = requests.slice(requests.findIndex(({ id }) => id === lastBefore) + 1)
  const rules = (plan?.rules ?? []).map((rule, at) => {
    const hits = since.filter(({ fault }) => fault?.rules.includes(at))
    return { rule, hits, isSpent: rule.times !== undefined && hits.length >= rule.times }
  })
  const put = async (next: FaultPlan): Promise<void> => {
    const { rules: asked } = next
    if (asked.length === 0) await control.faults.clear()
    else await control.faults.set(next)
    lastBefore = requests.at(-1)?.id
    await queries.invalidateQueries({ queryKey: controlQueries.faults(connection).queryKey })
  }
  const setRules = async (next: readonly FaultRule[], text: string): Promise<void> => {
    const before: FaultPlan = plan ?? { rules: [] }
    // A spent rule would begin to count again.
    const spent = new Set(rules.filter(({ isSpent }) => isSpent).map(({ rule }) => rule))
    await put({ ...before, rules: next.filter((rule) => !spent.has(rule)) })
    announce(text, {
      undo: () => {
        put(before).catch((thrown: unknown) => announce(messageOf(thrown), { failed: true }))
      },
    })
  }
  return { plan, rules, error, setRules }
}
