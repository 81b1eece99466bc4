/** A rule that holds on every platform, whatever its policy says. */
export interface PlatformRule {
  readonly id: string
  /** The rule in one sentence. */
  readonly text: string
  /** What a reader of its page needs to know beside it. */
  readonly more: string
}

/** The rules that hold on every platform. */
export const platformRules: readonly PlatformRule[] = [
  {
    id: 'membership',
    text: 'Only active members call the platform. Everybody who was invited reads users.me and answers the invitation.',
    more: 'It is asked before the policy. A call by somebody who was removed, who has not accepted the invitation yet or who is paused is denied by it.',
  },
  {
    id: 'not_offered',
    text: 'The platform offers the call to nobody.',
    more: 'The API has operations, and bodies have keys, that not every platform has. The policy has no change for them.',
  },
  {
    id: 'no_rule',
    text: 'An action that the policy has no rule for is denied to everybody.',
    more: 'Only a policy with a mistake has such actions: `rolecall policy check` finds them.',
  },
  {
    id: 'no_case',
    text: 'A change that no case of the policy applies to is denied to everybody.',
    more: 'Only a policy with a gap has such changes: `rolecall policy check` warns of them.',
  },
  {
    id: 'API',
    text: 'The API itself refuses the call, whatever the policy says: its path, its body or its precondition is wrong.',
    more: 'The rules of the policy are met or not asked: a path names nothing that the caller sees, a body has a wrong value or an unknown reference, or the resource has changed since.',
  },
]

/** The rule that holds on every platform, by its id. */
export const platformRule = (id: string): PlatformRule | undefined =>
  platformRules.find((rule) => rule.id === id)
