import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ResourceReference } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { useSearchValue } from '../../routing/search.ts'

/** The resource that holds all others. */
const organization: ResourceReference = { type: 'organization', id: 'current' }

/** What the matrix is of, as the view's address has it. */
export interface Subject {
  readonly resource: ResourceReference
  readonly by: 'people' | 'roles'
  /** People to show beside the personas, by e-mail address. */
  readonly added: readonly string[]
}

/** Reads from the address what the matrix is of. */
export function useSubject(): Subject {
  const [on] = useSearchValue('on')
  const [by] = useSearchValue('by')
  const [people] = useSearchValue('people')
  return {
    resource: resourceIn(on),
    by: by === 'roles' ? 'roles' : 'people',
    added: people.split(',').filter(Boolean),
  }
}

/** A resource as the address has it: `project:churn`. */
export const resourceText = ({ type, id }: ResourceReference): string => `${type}:${id}`

function resourceIn(text: string): ResourceReference {
  const at = text.indexOf(':')
  return at < 1 ? organization : { type: text.slice(0, at), id: text.slice(at + 1) }
}

/** Asks for the matrix. It hides nothing, whoever the console acts as. */
export function useMatrix({ resource, by, added }: Subject) {
  const { control, session } = useConnection()
  return useQuery({
    queryKey: ['control', session, 'matrix', resource, by, added],
    queryFn: async () => {
      const users = added.length > 0 && by === 'people' ? [...(await personas()), ...added] : []
      return control.matrix({ resource, by, ...(users.length > 0 && { users: unique(users) }) })
    },
    placeholderData: keepPreviousData,
  })

  async function personas(): Promise<readonly string[]> {
    const people = await control.users()
    return people.flatMap(({ email, text }) => (text === undefined ? [] : email))
  }
}

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)]
