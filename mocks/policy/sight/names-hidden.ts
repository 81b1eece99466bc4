import { contract } from '../../generated/contract.ts'
import type { Call } from '../call/call.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import { hiddenFrom } from '../call/hidden.ts'
import type { Question } from '../call/question.ts'
import type { Reader } from '../world/reader.ts'
import { rolePlaceOf, type Reference, referencesOf } from '../call/references.ts'
import { mayDiscloseRole } from './disclosure.ts'
import type { PolicyContext } from '../world/policy-context.ts'

/** Whether the reader may see what the reference names. The policy's own definitions are no secret. */
const isSeen = ({ judge, world }: PolicyContext, reader: Reader, named: Reference): boolean => {
  const { policy } = judge
  const { type, reference } = named
  if (type === 'permission' || type === 'kind' || type === 'grant') return true
  if (type === 'role') {
    const role = world.role(reference, rolePlaceOf(policy, named))
    return role !== undefined && mayDiscloseRole(reader, role)
  }
  if (type === 'team' && policy.teams.some(({ key }) => key === reference)) return true
  const record = world[type](reference)
  return record !== undefined && reader.sees(type, record)
}

const areUnseen = (reader: Reader, resources: Resources | undefined): boolean =>
  resources === undefined || hiddenFrom(reader, resources).size > 0

const callNamesHidden = (
  context: PolicyContext,
  reader: Reader,
  { operation, input, resources, missing }: Call,
): boolean =>
  missing.length > 0 ||
  areUnseen(reader, resources) ||
  // The subject of an access evaluation.
  (contract[operation].asksAbout !== undefined && resources.user === unresolved) ||
  referencesOf(operation, input).some((named) => !isSeen(context, reader, named))

/**
 * Whether the question names something that does not exist, or that the reader may not see. Both must
 * read the same.
 */
export const namesHidden = (context: PolicyContext, reader: Reader, asked: Question): boolean =>
  'operation' in asked && asked.open !== true
    ? callNamesHidden(context, reader, asked)
    : areUnseen(reader, asked.resources)
