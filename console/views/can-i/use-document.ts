import { useQuery } from '@tanstack/react-query'
import { useConnection } from '../../mock/connection.tsx'
import { type Operation, operationsIn } from './operations.ts'

/** Loads the document of the API, once. The forms are made from it. */
export function useOperations() {
  const { host, session } = useConnection()
  return useQuery({
    queryKey: ['document', host.address],
    queryFn: async ({ signal }): Promise<readonly Operation[]> => {
      const fetch = host.client(session || undefined).fetch ?? globalThis.fetch
      const init = { method: 'GET', headers: {}, body: null, redirect: 'manual', signal } as const
      const answer = await fetch(new Request(`${host.address}/openapi.json`), init)
      if (!answer.ok) throw new Error(`The document of the API is not there: ${answer.status}.`)
      return operationsIn(JSON.parse(await answer.text()))
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })
}
