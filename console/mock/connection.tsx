import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Control } from '../../mocks/control-client/index.ts'
import { cachedToken, type Client, createClient } from '../../src/index.ts'
import type { Host } from '../host/host.ts'

/** The mock that the console shows. */
export interface Connection {
  readonly host: Host
  readonly control: Control
  /** The name of the state that is shown. Empty for the main state, which the app calls. */
  readonly session: string
  /** Shows another state of the mock. */
  readonly showSession: (session: string) => void
  /** Creates a client that acts as a person. */
  readonly clientAs: (user: string) => Client
  /** Creates a client for a call that the log shall show, as a request with this id. */
  readonly clientFor: (user: string, id: string) => Client
  /** The ids of the requests that this page has made: of all changes, these may be undone without a question. */
  readonly made: ReadonlySet<string>
}

const Context = createContext<Connection | undefined>(undefined)

/** Connects everything below it to the mock of a host. */
export function ConnectionProvider({
  host,
  children,
}: {
  readonly host: Host
  readonly children: ReactNode
}): ReactNode {
  const [session, showSession] = useState('')
  const connection = useMemo(() => {
    const control = host.control(session || undefined)
    const made = new Set<string>()
    return {
      host,
      made,
      control,
      session,
      showSession,
      clientAs: (user: string) => actAs(user),
      clientFor: (user: string, id: string) =>
        actAs(user, { 'X-Mock-Observer': 'false', 'X-Request-Id': id }),
    }

    function actAs(user: string, more: Readonly<Record<string, string>> = {}): Client {
      const { headers, ...options } = host.client(session || undefined)
      return createClient({
        ...options,
        headers: { ...headers, ...more },
        token: cachedToken(() => control.signIn(user)),
        retries: 0,
        hooks: {
          onResponse({ method, headers: answered }) {
            const id = answered?.get('X-Request-Id')
            if (method !== 'GET' && id) made.add(id)
          },
        },
      })
    }
  }, [host, session])
  return <Context value={connection}>{children}</Context>
}

/** Returns the mock that the console shows. */
export function useConnection(): Connection {
  const connection = useContext(Context)
  if (connection === undefined) throw new Error('useConnection needs a <ConnectionProvider>.')
  return connection
}
