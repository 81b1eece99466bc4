import type { BuiltInPolicy } from '../../mocks/policies/index.ts'

/** Mutants that behave like the policy, and why. */
export interface Equivalents {
  reason: string
  /** Their ids. */
  mutants: readonly string[]
}

const oneThing =
  'No rule asks for two permissions on one project, so that it makes no difference whether ways into it count together.'

const seen =
  'It is asked of a project that is seen, and whoever sees one is a member of it: that is all the rule needs.'

/**
 * The list is exact: it fails for a listed mutant that a test kills, and for an unlisted one that none
 * does.
 */
export const equivalents: Record<BuiltInPolicy, readonly Equivalents[]> = {
  adaptive: [
    { reason: seen, mutants: ['rules/projects.members.list: dropped'] },
    {
      reason: 'The key `roles`, which every entry needs, asks the same as use_case:share.',
      mutants: [
        'rules/projects.members.add: all[0] dropped',
        'rules/projects.members.add: all[1] dropped',
      ],
    },
  ],
  bigml: [
    {
      reason:
        'Every role of the organization contains it, and who has none of them may do nothing.',
      mutants: [
        'rules/organization:access_public_projects: dropped',
        'rules/organization:access_permitted_projects: dropped',
      ],
    },
    {
      reason: seen,
      mutants: ['rules/projects.get: dropped', 'rules/projects.members.list: dropped'],
    },
    { reason: oneThing, mutants: ['sources: combined each'] },
  ],
  superannotate: [{ reason: oneThing, mutants: ['sources: combined each'] }],
  peltarion: [],
  ica: [
    {
      reason: seen,
      mutants: ['rules/projects.get: dropped', 'rules/projects.members.list: dropped'],
    },
  ],
}
