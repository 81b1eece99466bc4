import { useLocation } from 'wouter'
import { decoded, hrefOf } from '../../routing/hash-location.ts'

/** What the view shows of a policy. */
export const tabs = { rules: 'Rules', compare: 'Compare', edit: 'Edit' } as const

/** The name of a part of the view. */
export type TabName = keyof typeof tabs

/** The policy and the rule of the address; empty for the policy in force and no rule. */
export function usePlace(): { readonly policy: string; readonly rule: string } {
  const [path] = useLocation()
  const [, , policy = '', rule = ''] = path.split('/').map(decoded)
  return { policy, rule }
}

/** The address of a policy, a rule of it, or a part of the view. */
export function placeOf(policy: string, rule = '', tab: TabName = 'rules'): string {
  const path = [policy, rule].filter(Boolean).map(encodeURIComponent).join('/')
  return hrefOf(`/policies/${path}${tab === 'rules' ? '' : `?tab=${tab}`}`)
}
