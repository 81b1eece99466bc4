import {
  keepPreviousData,
  queryOptions,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Control, ClockState } from '../../mocks/control-client/index.ts'
import { type Connection, useConnection } from './connection.tsx'

/** What the control client answers, as queries. `['control', session, …]` matches all of a state. */
const asked = <T>({ session }: Connection, name: string, ask: () => Promise<T>) =>
  queryOptions({ queryKey: ['control', session, name], queryFn: ask })

const ask =
  <T>(name: string, question: (control: Control) => Promise<T>) =>
  (connection: Connection) =>
    asked(connection, name, () => question(connection.control))

export const controlQueries = {
  users: ask('users', (control) => control.users()),
  clock: ask('clock', (control) => control.clock.get()),
  faults: ask('faults', (control) => control.faults.get()),
  history: ask('history', (control) => control.history()),
  policy: ask('policy', (control) => control.policy.get()),
  outbox: ask('outbox', (control) => control.outbox()),
  coverage: ask('coverage', (control) => control.coverage()),
  states: ask('states', (control) => control.states.list()),
}

/** Returns the people of the mock, its personas first. Until those of another state are known, the ones before. */
export const usePeople = () =>
  useQuery({ ...controlQueries.users(useConnection()), placeholderData: keepPreviousData })

/** Returns the clock of the mock. */
export const useClock = (): UseQueryResult<ClockState> =>
  useQuery(controlQueries.clock(useConnection()))

/** Returns the policy in force. */
export const usePolicy = () => useQuery(controlQueries.policy(useConnection()))
