import type { Snapshot } from '../../../mocks/control-client/index.ts'

/** A line about a snapshot. */
export interface Fact {
  readonly name: string
  readonly text: string
}

/** What a snapshot is, for whoever decides whether to open it. */
export function factsOf({
  policy,
  scenario,
  clock,
  state,
  secrets,
  sequence,
}: Snapshot): readonly Fact[] {
  const pending = state.invitations.length
  return [
    { name: 'Policy', text: `${policy.name}${policy.data ? ', a policy of its own' : ''}` },
    { name: 'Scenario', text: scenario.name },
    { name: 'Organization', text: state.organization.name },
    { name: 'Its time', text: clock.now.slice(0, 16).replace('T', ' ') },
    { name: 'Changes so far', text: String(sequence) },
    {
      name: 'People',
      text: `${state.users.length}${pending > 0 ? `, and ${pending} invitations` : ''}`,
    },
    { name: 'Teams and projects', text: `${state.teams.length} and ${state.projects.length}` },
    { name: 'Secrets', text: secrets ? 'With keys, tokens and kept answers' : 'Left out' },
  ]
}
