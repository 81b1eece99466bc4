import type { Policy } from '../../policy/language/policy.ts'
import type { Finding } from '../problem.ts'

/** A finding about what can never do or give anything. */
export const noEffect = (at: string, message: string, fix: string): Finding => ({
  code: 'no_effect',
  pointer: at,
  message,
  fix,
})

/** Whether entries for people count on projects, with their rights and boxes. */
export const hasEntries = ({ sources }: Policy): boolean =>
  sources.project.from.some(({ through }) => through === 'entry')
