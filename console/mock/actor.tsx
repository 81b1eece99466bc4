import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { queries } from '../../src/query/index.ts'
import type { Client } from '../../src/index.ts'
import { RolecallProvider } from '../../src/react/index.ts'
import { useConnection } from './connection.tsx'

/** The person as whom the console acts. */
export interface Actor {
  readonly email: string
  readonly client: Client
  /** The queries and mutations of the client, kept apart from those of other people. */
  readonly platform: ReturnType<typeof queries>
  /** The people before, the last one first. */
  readonly before: readonly string[]
  /** Acts as somebody else from now on. */
  readonly become: (email: string) => void
  /** Acts as the person before again. */
  readonly goBack: () => void
}

const Context = createContext<Actor | undefined>(undefined)

const remembered = 'rolecall-console-acts-as'

/**
 * Says as whom everything below acts. The choice outlives a reload of the tab.
 *
 * @param first - Who acts at first.
 */
export function ActorProvider({
  first,
  children,
}: {
  readonly first: string
  readonly children: ReactNode
}): ReactNode {
  const { clientAs, session } = useConnection()
  const [people, setPeople] = useState<readonly string[]>([first])
  const [email = first, ...before] = people
  const actor = useMemo(() => {
    const client = clientAs(email)
    return { email, client, platform: queries(client, { prefix: `platform ${session} ${email}` }) }
  }, [clientAs, email, session])

  const become = (next: string) => {
    if (next === email) return
    sessionStorage.setItem(remembered, next)
    setPeople([next, ...people].slice(0, 20))
  }
  const goBack = () => {
    const [previous] = before
    if (previous === undefined) return
    sessionStorage.setItem(remembered, previous)
    setPeople(before)
  }
  return (
    <Context value={{ ...actor, before, become, goBack }}>
      <RolecallProvider client={actor.client}>{children}</RolecallProvider>
    </Context>
  )
}

/** The person of the last visit in this tab. */
export const rememberedActor = (): string | undefined =>
  sessionStorage.getItem(remembered) ?? undefined

/** Returns the person as whom the console acts. */
export function useActor(): Actor {
  const actor = useContext(Context)
  if (actor === undefined) throw new Error('useActor needs an <ActorProvider>.')
  return actor
}
