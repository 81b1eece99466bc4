import type { ReactNode } from 'react'
import { printable } from '../../src/core/base/printable.ts'
import type { Decision } from '../../src/index.ts'

const origins = {
  documented: 'Documented',
  reading: 'Reading of an ambiguous passage',
  platform: 'Holds on every platform',
} as const

/** Where the rule of a decision comes from. The address is text: a policy may be anybody's. */
export function RuleSource({ of: { ruleSource } }: { readonly of: Decision }): ReactNode {
  if (ruleSource === undefined) return null
  const { origin, title, url } = ruleSource
  return (
    <p>
      {origins[origin]}: {printable(title)}
      {url !== undefined && `, ${printable(url)}`}
    </p>
  )
}
