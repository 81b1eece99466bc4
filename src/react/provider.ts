'use client'

import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react'
import type { Client } from '../client.ts'
import { checkNames, must } from '../core/base/check.ts'
import { kindOf } from '../core/base/kind-of.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import type { PolicyKeys } from '../generated/policies.ts'
import { createDecisions, type Decisions } from './decisions.ts'
import { useRefreshAfterWrites } from './use-refresh-after-writes.ts'

const Context = createContext<Decisions | undefined>(undefined)

/** What {@link RolecallProvider} takes. */
export interface RolecallProviderProps<K extends PolicyKeys> {
  /**
   * Whoever is signed in. Another client starts without any answers: when a token function begins to
   * answer for somebody else, give another client, such as `client.withOptions({})`.
   */
  client: Pick<Client<K>, 'can'> & Partial<Pick<Client<K>, 'onWrite'>>
  /**
   * Whether everything on the screen is asked again after each write of the client, or of one that
   * `withOptions` made of it. Default: `true`. With `false`, {@link useRefreshDecisions} says when.
   */
  refreshOnWrite?: boolean
  children?: ReactNode
}

const names = ['client', 'refreshOnWrite', 'children']

/**
 * Says whose permissions {@link useCan} and {@link Can} below it ask about. They share one answer
 * to each question, which is asked again when the client has changed something.
 *
 * @example
 * <RolecallProvider client={client}>
 *   <App />
 * </RolecallProvider>
 */
export function RolecallProvider<K extends PolicyKeys>(props: RolecallProviderProps<K>): ReactNode {
  checkNames("RolecallProvider's props", props, names)
  const { client, refreshOnWrite = true, children } = props
  if (typeof client?.can !== 'function') {
    throw must("RolecallProvider's client", 'what createClient answers', kindOf(client))
  }
  if (typeof refreshOnWrite !== 'boolean') {
    throw must("RolecallProvider's refreshOnWrite", 'true or false', kindOf(refreshOnWrite))
  }
  const decisions = useMemo(
    () => createDecisions((operation, ...args) => client.can<string>(operation, ...args)),
    [client],
  )
  useRefreshAfterWrites(client, decisions, refreshOnWrite)
  return createElement(Context.Provider, { value: decisions }, children)
}

/** The answers of the provider around the component. */
export function useDecisions(): Decisions {
  const decisions = useContext(Context)
  if (decisions) return decisions
  throw new RolecallError('useCan and <Can> must be inside a <RolecallProvider client={…}>')
}

/**
 * What asks everything that is on the screen again, such as when somebody else has changed who may do
 * what. After a write of the provider's own client that happens by itself. What is known stays until the
 * new answers are there.
 *
 * @example
 * const refresh = useRefreshDecisions()
 * useEffect(() => onMessage('roles changed', refresh), [refresh])
 */
export function useRefreshDecisions(): () => void {
  return useDecisions().refresh
}
