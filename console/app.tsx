import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { Router } from 'wouter'
import type { Host } from './host/host.ts'
import { ActorProvider, rememberedActor } from './mock/actor.tsx'
import { AskAgain } from './mock/ask-again.tsx'
import { ConnectionProvider } from './mock/connection.tsx'
import { usePeople } from './mock/control-queries.ts'
import { LogProvider } from './mock/log-provider.tsx'
import { Announcer } from './parts/announcer.tsx'
import { Failure, Loading } from './parts/states.tsx'
import { useHashLocation, useHashSearch } from './routing/hash-location.ts'
import { Shell } from './shell/shell.tsx'

/** The console of the mock that the host has. */
export function App({ host }: { readonly host: Host }): ReactNode {
  const queries = useMemo(
    () => new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    [],
  )
  return (
    <QueryClientProvider client={queries}>
      <ConnectionProvider host={host}>
        <Router hook={useHashLocation} searchHook={useHashSearch} hrefs={(href) => `#${href}`}>
          <Announcer>
            <LogProvider>
              <AsSomebody>
                <Shell />
              </AsSomebody>
            </LogProvider>
          </Announcer>
        </Router>
      </ConnectionProvider>
    </QueryClientProvider>
  )
}

/** Acts as the person of the last visit, else as the first persona. */
function AsSomebody({ children }: { readonly children: ReactNode }): ReactNode {
  const { data: people, error, refetch } = usePeople()
  if (error) {
    return (
      <main>
        <Failure error={error} onRetry={() => void refetch()} />
      </main>
    )
  }
  const before = rememberedActor()
  const first = people?.find(({ email }) => email === before) ?? people?.[0]
  if (people === undefined) return <Loading what="the mock" />
  return (
    <ActorProvider first={first?.email ?? ''}>
      <AskAgain />
      {children}
    </ActorProvider>
  )
}
