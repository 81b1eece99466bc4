import { fieldError, placesOf } from '../message/faults.ts'
import { BrokenAnswer, type RecordOf, render } from '../state/render.ts'
import { namedTypes, type ResourceType } from '../policy/language/resource-types.ts'
import type { Loading } from './loading.ts'
import { wrongValue } from './wrong.ts'

/** Throws when the API could not show something that a scenario, or its policy, lists. */
export function checkRecords(loading: Loading): void {
  const { byType, organization } = loading.store
  check(loading, 'organization', [organization])
  for (const type of namedTypes) check(loading, type, byType[type])
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
