import { useQuery } from '@tanstack/react-query'
import { useRefreshDecisions } from '../../src/react/index.ts'
import { useActor } from './actor.tsx'

/**
 * Asks whether controls may be on again whenever the queries are: after what the app did, and after an undo.
 */
export function AskAgain(): null {
  const refresh = useRefreshDecisions()
  const { email } = useActor()
  useQuery({
    queryKey: ['decisions', email],
    queryFn: () => {
      refresh()
      return Date.now()
    },
  })
  return null
}
