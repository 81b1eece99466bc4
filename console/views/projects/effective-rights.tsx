import type { ReactNode } from 'react'
import type { Project } from '../../../src/index.ts'

/** What one person may do on a project, and where each right comes from. */
export function EffectiveRights({
  noun,
}: {
  readonly project: Project
  readonly noun: string
}): ReactNode {
  return <section aria-label={`Effective rights on the ${noun}`} />
}
