import { ConfigurationError } from '../configuration-error.ts'
import { fieldError, placesOf } from '../pipeline/faults.ts'
import { quoted } from '../quoted.ts'
import { BrokenAnswer, type RecordOf, render, type ThingType } from '../render.ts'
import type { Store } from '../store/store.ts'

/** Throws when the API could not show something that a scenario lists: a name too long, a key that is none. */
export function checkRecords(scenario: string, { tables, organization }: Store): void {
  const { roles, teams, users, invitations, tokens, projects, members, artifacts } = tables
  check(scenario, 'organization', [organization])
  check(scenario, 'role', roles)
  check(scenario, 'team', teams)
  check(scenario, 'user', users)
  check(scenario, 'invitation', invitations)
  check(scenario, 'token', tokens)
  check(scenario, 'project', projects)
  check(scenario, 'member', members)
  check(scenario, 'artifact', artifacts)
}

function check<Type extends ThingType>(
  scenario: string,
  type: Type,
  records: Iterable<RecordOf<Type>>,
): void {
  for (const record of records) {
    try {
      render(type, record)
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error
      const [place] = placesOf(error.faults)
      const { pointer, message } = place ? fieldError(place, {}) : { pointer: '', message: '' }
      throw new ConfigurationError(
        `Scenario ${scenario}: ${type} ${quoted(nameOf(record))}, ${pointer.slice(1)}: ${message}`,
      )
    }
  }
}

const nameOf = (record: RecordOf<ThingType>): string => {
  if ('key' in record) return record.key
  if ('email' in record) return record.email
  return 'name' in record ? record.name : record.id
}
