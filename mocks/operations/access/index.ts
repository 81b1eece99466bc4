import type { SearchPage } from '../../../src/generated/models.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import type { Refused } from '../../message/refusal.ts'
import { readToken } from './search-token.ts'
import type { Handlers } from '../work.ts'
import { asked, type Search } from './asked.ts'
import { batch } from './batch.ts'
import { refuseMe } from './refuse-me.ts'

interface SearchWork {
  readonly operation: OperationId
  readonly input: { readonly page?: SearchPage }
}

type SearchPosition = Pick<Search, 'operation' | 'start' | 'limit' | 'filters'>

export const access: Handlers<
  | 'access.evaluate'
  | 'access.evaluateAll'
  | 'access.searchSubjects'
  | 'access.searchResources'
  | 'access.searchActions'
> = {
  'access.evaluate': (work) => refuseMe(work) ?? asked({ asks: 'question', question: work.input }),

  'access.evaluateAll': batch,

  'access.searchSubjects': (work) => {
    const place = placeIn(work)
    return 'ok' in place ? place : asked({ asks: 'subjects', request: work.input, ...place })
  },

  'access.searchResources': (work) => {
    const place = placeIn(work)
    return (
      refuseMe(work) ??
      ('ok' in place ? place : asked({ asks: 'resources', request: work.input, ...place }))
    )
  },

  'access.searchActions': (work) => {
    const place = placeIn(work)
    return (
      refuseMe(work) ??
      ('ok' in place ? place : asked({ asks: 'actions', request: work.input, ...place }))
    )
  },
}

/** Where the page starts, and how long it is. */
function placeIn({ operation, input }: SearchWork): SearchPosition | Refused {
  const { page = {}, ...request } = input
  const filters = { ...request, page: { properties: page.properties } }
  const place = readToken(page, operation, filters)
  return 'ok' in place ? place : { operation, filters, ...place }
}
