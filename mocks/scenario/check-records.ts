import { fieldError, placesOf } from '../message/faults.ts'
import { BrokenAnswer, type RecordOf, render, type ResourceType } from '../state/render.ts'
import type { Loading } from './loading.ts'
import { wrongValue } from './wrong.ts'

/** Throws when the API could not show something that a scenario, or its policy, lists. */
export function checkRecords(loading: Loading): void {
  const { tables, organization } = loading.store
  const { roles, teams, users, invitations, tokens, projects, members, artifacts } = tables
  check(loading, 'organization', [organization])
  check(loading, 'role', roles)
  check(loading, 'team', teams)
  check(loading, 'user', users)
  check(loading, 'invitation', invitations)
  check(loading, 'token', tokens)
  check(loading, 'project', projects)
  check(loading, 'member', members)
  check(loading, 'artifact', artifacts)
}

function check<Type extends ResourceType>(
  { scenario, origins }: Loading,
  type: Type,
  records: Iterable<RecordOf<Type>>,
): void {
  for (const record of records) {
    try {
      render(type, record)
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error
      const [place] = placesOf(error.faults)
      const fault = place ? fieldError(place, {}) : { pointer: '', message: error.message }
      throw wrongValue(scenario, origins.get(record.id) ?? type, record, fault)
    }
  }
}
