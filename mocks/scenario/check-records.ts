import { placesOf, predicateOf } from '../message/faults.ts'
import { assertShowable, BrokenAnswer, type RecordOf } from '../state/render.ts'
import { namedTypes, type ResourceType } from '../policy/language/resource-types.ts'
import type { Loading } from './loading.ts'
import { wrongValue } from './wrong.ts'

/** Throws if a scenario, or its policy, lists a resource that the API could not show. */
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
      assertShowable(type, record)
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error
      const [place] = placesOf(error.faults)
      if (place === undefined) throw error
      const fault = { pointer: place[0], predicate: predicateOf(place) }
      throw wrongValue(scenario, origins.of(record.sequence) ?? type, record, fault)
    }
  }
}
