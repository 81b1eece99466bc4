import type { Policy } from '../../policy/language/policy.ts'
import type { Finding } from '../problem.ts'

/** A finding about a part that never does or gives anything. */
export const noEffect = (at: string, message: string, fix: string): Finding => ({
  code: 'no_effect',
  pointer: at,
  message,
  fix,
})

/** Whether a source goes through entries, so that their rights and grants count. */
export const hasEntries = ({ sources }: Policy): boolean =>
  sources.project.from.some(({ through }) => through === 'entry')
