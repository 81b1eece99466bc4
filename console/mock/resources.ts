import { useQuery } from '@tanstack/react-query'
import type { ResourceReference } from '../../mocks/control-client/index.ts'
import type { Client } from '../../src/index.ts'
import { useActor } from './actor.tsx'
import { useConnection } from './connection.tsx'

/** A resource to choose. */
export interface NamedResource extends ResourceReference {
  readonly name: string
}

/** The most of a kind that can be chosen. Others are reached by the view's address. */
const limit = 200

const lists: Readonly<Record<string, (client: Client) => Promise<readonly NamedResource[]>>> = {
  'teams.list': async (client) => (await client.teams.list({ limit })).data.map(byKey('team')),
  'projects.list': async (client) =>
    (await client.projects.list({ limit })).data.map(byKey('project')),
  'artifacts.list': async (client) =>
    (await client.artifacts.list({ limit })).data.map(({ id, name }) => ({
      type: 'artifact',
      id,
      name,
    })),
  'roles.list': async (client) => (await client.roles.list({ limit })).data.map(byKey('role')),
  'users.list': async (client) =>
    (await client.users.list({ limit })).data.map(({ email, name }) => ({
      type: 'user',
      id: email,
      name: name ?? email,
    })),
  'invitations.list': async (client) =>
    (await client.invitations.list({ limit })).data.map(({ id, email }) => ({
      type: 'invitation',
      id,
      name: email,
    })),
  'tokens.list': async (client) =>
    (await client.tokens.list({ limit })).data.map(({ id, name }) => ({ type: 'token', id, name })),
}

const byKey =
  (type: string) =>
  ({ key, name }: { readonly key: string; readonly name: string }): NamedResource => ({
    type,
    id: key,
    name,
  })

/** Lists the resources that the actor may list, the organization first. */
export function useResources() {
  const { control, session } = useConnection()
  const { client, email } = useActor()
  return useQuery({
    queryKey: ['control', session, 'resources', email],
    queryFn: async (): Promise<readonly NamedResource[]> => {
      // Asked of the matrix: a call that is denied would stand in the log, and count as seen by a test.
      const { actions, rows, resource } = await control.matrix({ users: [email] })
      const may = new Set(
        actions.flatMap(({ action }, at) => (rows[0]?.cells[at]?.outcome === 'no' ? [] : action)),
      )
      const found = Object.entries(lists).filter(([list]) => may.has(list))
      const all = await Promise.all(found.map(([, list]) => list(client)))
      return [{ ...resource, id: 'current' }, ...all.flat()]
    },
  })
}
