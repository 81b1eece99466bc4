import { leavesIn } from '../../policy/language/placed.ts'
import type { Policy } from '../../policy/language/policy.ts'
import type { PropertyRequirement } from '../../policy/language/requirement.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { nearest } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Finding } from '../problem.ts'

/** Finds requirements about properties that nobody can meet, and what a question states where none is asked. */
export const propertyProblems = (policy: Policy): readonly Finding[] =>
  leavesIn(policy).flatMap(({ at, requirement }) => {
    if (!('property' in requirement)) return []
    const inVisibility = at.startsWith(`${pointer('visibility')}/`)
    return [
      ...misnamed(at, requirement),
      ...unmeetable(at, requirement),
      ...(inVisibility ? inSight(at, requirement) : []),
    ]
  })

const parts = ['subject', 'resource', 'action']

const misnamed = (at: string, { property }: PropertyRequirement): readonly Finding[] => {
  const [part = '', ...path] = property.split('.')
  if (parts.includes(part) && path.length > 0 && !path.includes('')) return []
  const [meant] = parts.includes(part) ? [part] : nearest(part, parts, 1)
  const named = path.filter((step) => step !== '')
  return [
    {
      code: 'shape',
      pointer: at + pointer('property'),
      message: `${quoted(property)} is no property of the subject, the resource or the action.`,
      fix:
        meant === undefined || named.length === 0
          ? 'Write it as in "resource.status".'
          : `Did you mean ${[meant, ...named].join('.')}?`,
    },
  ]
}

const unmeetable = (at: string, { is }: PropertyRequirement): readonly Finding[] =>
  [is].flat().length > 0
    ? []
    : [
        {
          code: 'unreachable',
          pointer: at + pointer('is'),
          message: 'Nobody can meet this requirement: it names no value.',
          fix: 'Name the values that will do.',
        },
      ]

const inSight = (
  at: string,
  { property, fromQuestion }: PropertyRequirement,
): readonly Finding[] => {
  if (property.startsWith('action.')) {
    return [
      {
        code: 'unreachable',
        pointer: at + pointer('property'),
        message:
          'Nobody can meet this requirement: nothing is done to a resource that is seen, so there is no action.',
        fix: 'Compare a property of the subject or the resource.',
      },
    ]
  }
  if (fromQuestion === undefined) return []
  return [
    {
      code: 'no_effect',
      pointer: at + pointer('fromQuestion'),
      message: 'Visibility reads stored properties alone, whatever a question states.',
      fix: 'Remove "fromQuestion".',
    },
  ]
}
