import type { Policy } from '../../../mocks/control-client/index.ts'
import { usePeople, usePolicy } from '../../mock/control-queries.ts'
import { useResources } from '../../mock/resources.ts'

/** Something that can be named in an argument. */
export interface Choice {
  readonly value: string
  readonly text: string
}

/** The things of a type, such as `user` or `role`: the first of them, if there are many. */
export type Choices = (type: string) => readonly Choice[]

/** The most that a field offers. Others are typed. */
const mostOffered = 200

/** Returns what can be named: people, resources that the actor may list, and words of the policy. */
export function useChoices(): Choices {
  const { data: people = [] } = usePeople()
  const { data: policy } = usePolicy()
  const { data: resources = [] } = useResources()
  return (type) => {
    const words = policy && wordsOf(policy, type)
    if (words) return words.slice(0, mostOffered)
    if (type === 'user') {
      return people.slice(0, mostOffered).map(({ email, name }) => ({ value: email, text: name }))
    }
    return resources
      .filter((one) => one.type === type)
      .map(({ id, name }) => ({ value: id, text: name }))
  }
}

function wordsOf(policy: Policy, type: string): readonly Choice[] | undefined {
  switch (type) {
    case 'permission':
      return named(policy.permissions)
    case 'grant':
      return named(policy.grants ?? {})
    case 'kind':
      return Object.keys(policy.kinds).map((key) => ({ value: key, text: key }))
    default:
      return undefined
  }
}

const named = (all: Readonly<Record<string, { readonly name?: string }>>): readonly Choice[] =>
  Object.entries(all).map(([value, { name = value }]) => ({ value, text: name }))
