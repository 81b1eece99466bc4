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

/** Props of {@link RolecallProvider}. */
export interface RolecallProviderProps<K extends PolicyKeys> {
  /**
   * The client of the person who is signed in. A new client starts without answers. So when a token
   * function changes to another person, pass a new client, such as `client.withOptions({})`.
   */
  client: Pick<Client<K>, 'can'> & Partial<Pick<Client<K>, 'onWrite'>>
  /**
   * Whether to ask all questions on the screen again after each write of the client, or of one made
   * from it by `withOptions`. Default: `true`. With `false`, use {@link useRefreshDecisions}.
   */
  refreshOnWrite?: boolean
  children?: ReactNode
}

const names = ['client', 'refreshOnWrite', 'children']

/**
 * Sets the client for {@link useCan} and {@link Can} below it. They share one answer to each question,
 * and questions are asked again after each write of the client.
 *
 * @throws RolecallError, while rendering, if a prop is unknown or wrong.
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
 * Returns a function that asks all questions on the screen again, such as after somebody else has
 * changed permissions. Writes of the provider's own client do so by themselves. Old answers stay until
 * new ones arrive.
 *
 * @example
 * const refresh = useRefreshDecisions()
 * useEffect(() => onMessage('roles changed', refresh), [refresh])
 */
export function useRefreshDecisions(): () => void {
  return useDecisions().refresh
}
