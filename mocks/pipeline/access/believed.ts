import type { AccessQuestion } from '../../operations/access/asked.ts'
import type { QuestionProperties } from '../../policy/language/question-properties.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import { isEnforcementPoint } from '../../policy/world/enforcement-point.ts'

/** A question, or a search for actions, which names none. */
type Stating = Pick<AccessQuestion, 'subject' | 'resource'> &
  Partial<Pick<AccessQuestion, 'action'>>

/**
 * The properties in a question that may count: those of an enforcement point, and those that people state
 * about themselves. Undefined if there are none.
 */
export function believedProperties(
  asker: UserRecord,
  person: UserRecord,
  { subject, resource, action }: Stating,
): QuestionProperties | undefined {
  const areTrusted = isEnforcementPoint(asker)
  if (!areTrusted && asker.id !== person.id) return undefined
  const stated = {
    ...(subject.properties && { subject: subject.properties }),
    ...(resource.properties && { resource: resource.properties }),
    ...(action?.properties && { action: action.properties }),
  }
  return Object.keys(stated).length === 0 ? undefined : { areTrusted, ...stated }
}
