import type { BuiltInPolicy } from '../../mocks/policies/index.ts'

/** How the files of a policy's rules start. */
export const prefixes: Record<BuiltInPolicy, string> = {
  adaptive: 'ad-',
  superannotate: 'sa-',
  peltarion: 'pe-',
  ica: 'ic-',
  bigml: 'bg-',
}
