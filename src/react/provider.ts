'use client'

import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react'
import type { Client } from '../client.ts'
import { must } from '../core/must.ts'
import { kindOf } from '../core/record.ts'
import { RolecallError } from '../errors/rolecall-error.ts'
import type { PolicyKeys } from '../generated/policies.ts'
import { createDecisions, type Decisions } from './decisions.ts'

const Context = createContext<Decisions | undefined>(undefined)

/** What {@link RolecallProvider} takes. */
export interface RolecallProviderProps<K extends PolicyKeys> {
  /**
   * Whoever is signed in. Another client starts without any answers: when a token function begins to
   * answer for somebody else, give another client, such as `client.withOptions({})`.
   */
  client: Pick<Client<K>, 'can'>
  children?: ReactNode
}

/**
 * Says whose permissions {@link useCan} and {@link Can} below it ask about. They share one answer
 * to each question.
 *
 * @example
 * <RolecallProvider client={client}>
 *   <App />
 * </RolecallProvider>
 */
export function RolecallProvider<K extends PolicyKeys>({
  client,
  children,
}: RolecallProviderProps<K>): ReactNode {
  if (typeof client?.can !== 'function') {
    throw must("RolecallProvider's client", 'what createClient answers', kindOf(client))
  }
  const decisions = useMemo(
    () => createDecisions((operation, ...args) => client.can<string>(operation, ...args)),
    [client],
  )
  return createElement(Context.Provider, { value: decisions }, children)
}

/** The answers of the provider around the component. */
export function useDecisions(): Decisions {
  const decisions = useContext(Context)
  if (decisions) return decisions
  throw new RolecallError('useCan and <Can> must be inside a <RolecallProvider client={…}>')
}

/**
 * What asks everything that is on the screen again, such as after a call that changed who may do
 * what. What is known stays until the new answers are there.
 *
 * @example
 * const refresh = useRefreshDecisions()
 * const promote = async () => {
 *   await client.users.update('reviewer@acme.test', { teams: { admin: 'admin' } })
 *   refresh()
 * }
 */
export function useRefreshDecisions(): () => void {
  return useDecisions().refresh
}
