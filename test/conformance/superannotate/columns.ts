import type { Columns } from '../situation.ts'
import type { Situation } from './scenario.ts'

type SetUp = () => Situation

const owner =
  (features?: readonly string[]): SetUp =>
  () => ({ role: 'owner', ...(features && { features }) })

const admin =
  (...grants: readonly string[]): SetUp =>
  () => ({ role: 'admin', grants: Object.fromEntries(grants.map((grant) => [grant, true])) })

/** On the project, in that role. */
const contributor =
  (role: string, more: { grants?: Readonly<Record<string, true>> } = {}): SetUp =>
  () => ({ role: 'contributor', entry: { role, ...more } })

/** Every grant but those named, which must not replace them. */
const others = (...without: readonly string[]): readonly string[] =>
  ['view_token', 'run_training', 'orchestrate', 'explore'].filter(
    (grant) => !without.includes(grant),
  )

/** The situation of the actor of each column. */
export const columns: Columns<Situation> = {
  team: {
    owner: owner(),
    admin: admin('explore'),
    'admin granted': admin(...others('explore')),
    contributor: contributor('project_contributor'),
    'contributor who is Project Admin': contributor('project_admin', { grants: { explore: true } }),
  },
  training: {
    owner: owner(),
    'admin granted': admin('run_training'),
    'admin revoked': () => ({ ...admin(...others('run_training'))(), revoked: true }),
    'admin never granted': admin(...others('run_training')),
    contributor: contributor('project_contributor'),
  },
  explore: {
    'owner, plan includes it': owner(),
    'owner, plan lacks it': owner([]),
    'admin granted, plan includes it': admin('explore'),
    'admin not granted': admin(...others('explore')),
    'Project Admin granted, plan includes it, in that project': contributor('project_admin', {
      grants: { explore: true },
    }),
    'contributor who is no longer Project Admin': contributor('project_contributor'),
  },
}
