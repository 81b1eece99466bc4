import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Policy } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'

/** Asks the control client about policies. What it answers is for the state that is shown. */
function useAsked<T>(name: readonly string[], ask: () => Promise<T>, isAsked = true) {
  const { session } = useConnection()
  return useQuery({
    queryKey: ['control', session, 'policies', ...name],
    queryFn: ask,
    enabled: isAsked,
  })
}

/** The policies, the one in force first. */
export function usePolicies() {
  const { control } = useConnection()
  return useAsked(['list'], () => control.policies.list())
}

/** A policy as data. */
export function usePolicyDetail(name: string) {
  const { control } = useConnection()
  return useAsked(['detail', name], () => control.policies.get(name))
}

/** The rules of a policy. */
export function useRules(policy: string) {
  const { control } = useConnection()
  return useAsked(['rules', policy], () => control.rules.list({ policy }))
}

/** What is wrong with a draft. */
export function useFindings(text: string) {
  const { control } = useConnection()
  return useAsked(['check', text], () => control.policy.check(text))
}

/** What people gain and lose from one policy to another. */
export function useComparison(from: string | undefined, to: string | Policy) {
  const { control } = useConnection()
  const name = typeof to === 'string' ? to : JSON.stringify(to)
  return useAsked(
    ['compare', from ?? '', name],
    () => control.policy.compare({ from, to }),
    from !== to,
  )
}

/** Returns a function that asks again for everything, once another policy is in force. */
export function useAskAgain(): () => Promise<void> {
  const { session } = useConnection()
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: ['control', session, 'policies', 'list'] })
    // Until the view has it, it shows the former policy, which the mock may no longer know.
    await new Promise((resolve) => setTimeout(resolve))
    await queries.invalidateQueries()
  }
}

/** Who may do what, by which rule, under the policy in force. */
export function useDecided(isAsked: boolean) {
  const { control } = useConnection()
  return useAsked(['matrix'], () => control.matrix(), isAsked)
}
