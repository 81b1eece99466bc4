import type { BuiltInPolicy } from '../../mocks/policies/index.ts'

/** The prefix of the files of a policy's rules. */
export const prefixes: Record<BuiltInPolicy, string> = {
  adaptive: 'ad-',
  superannotate: 'sa-',
  peltarion: 'pe-',
  ica: 'ic-',
  bigml: 'bg-',
}
