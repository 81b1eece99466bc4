import { json } from '../../platform/reply.ts'
import type { Handlers } from '../work.ts'
import { configuration } from './configuration.ts'
import { evaluateAll } from './evaluate-all.ts'
import { singleEvaluation } from './evaluation.ts'
import { refuseMe } from './refuse-me.ts'
import { searchActions, searchResources, searchSubjects } from './search.ts'

export const access: Handlers<
  | 'access.evaluate'
  | 'access.evaluateAll'
  | 'access.searchSubjects'
  | 'access.searchResources'
  | 'access.searchActions'
  | 'access.configuration'
> = {
  'access.evaluate': (work) => refuseMe(work) ?? singleEvaluation(work, work.input),
  'access.evaluateAll': (work) => refuseMe(work) ?? evaluateAll(work, work.input),
  'access.searchSubjects': (work) => searchSubjects(work, work.input),
  'access.searchResources': (work) => refuseMe(work) ?? searchResources(work, work.input),
  'access.searchActions': (work) => refuseMe(work) ?? searchActions(work, work.input),
  'access.configuration': ({ origin }) => json(configuration(origin)),
}
