import { contract } from '../../generated/contract.ts'
import type { Call } from '../call/call.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import { hiddenFrom } from '../call/hidden.ts'
import type { Judge } from '../language/judge.ts'
import type { Question } from '../call/question.ts'
import type { Reader } from '../world/reader.ts'
import { rolePlaceOf, type Reference, referencesOf } from '../call/references.ts'
import { mayDiscloseRole } from './disclosure.ts'
import type { World } from '../world/world.ts'

/** Whether the reader may see what the body names: what the policy itself defines is no secret. */
const isSeen = ({ policy }: Judge, world: World, reader: Reader, named: Reference): boolean => {
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
  judge: Judge,
  world: World,
  reader: Reader,
  { operation, input, resources, missing }: Call,
): boolean =>
  missing.length > 0 ||
  areUnseen(reader, resources) ||
  // Whom a question is about.
  (contract[operation].asksAbout !== undefined && resources.user === unresolved) ||
  referencesOf(operation, input).some((named) => !isSeen(judge, world, reader, named))

/**
 * Whether a question names something that is not there, or that the reader may not see: both have to
 * read alike to them.
 */
export const namesHidden = (judge: Judge, world: World, reader: Reader, asked: Question): boolean =>
  'operation' in asked && asked.open !== true
    ? callNamesHidden(judge, world, reader, asked)
    : areUnseen(reader, asked.resources)
