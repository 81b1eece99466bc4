import type { Learned, Platform } from '../trial.ts'
import {
  accessEvaluate,
  rolesCreate,
  teamsCreate,
  teamsDelete,
  teamsGet,
  usersList,
  usersMe,
  usersUpdate,
} from './generated/index.ts'
import { createClient } from './generated/client/index.ts'

/** The calls of a trial with the SDK of hey-api. */
export async function learn({ baseUrl, admin, lead }: Platform): Promise<Learned> {
  const as = (auth: string) => createClient({ baseUrl, auth })
  const client = as(admin)
  const me = await usersMe({ client })
  const role = { key: 'auditor', permissions: ['use_case:read'] }
  const denied = await rolesCreate({ client: as(lead), body: role })
  const decision = denied.error && 'decision' in denied.error ? denied.error.decision : undefined
  const created = await rolesCreate({ client, body: role })
  const path = { user: 'lead@acme.test' }
  const held = await usersUpdate({ client, path, body: { teams: { support: 'auditor' } } })
  const page = async (cursor?: string) =>
    usersList({ client, query: { limit: 1, ...(cursor && { cursor }) } })
  const first = await page()
  const second = await page(first.data?.nextCursor ?? undefined)
  const faulty = await rolesCreate({ client, body: { key: 'other', permissions: ['nothing'] } })
  const missing = await teamsGet({ client, path: { team: 'nowhere' } })
  const headers = { 'If-Match': '"of-yesterday"' }
  const stale = await usersUpdate({ client, path, headers, body: { teams: {} } })
  const asked = await accessEvaluate({
    client: as(lead),
    body: {
      subject: { type: 'user', id: 'me' },
      action: { name: 'roles.create' },
      resource: { type: 'organization', id: 'current' },
    },
  })
  await teamsCreate({ client, body: { key: 'legal' } })
  const deleted = await teamsDelete({ client, path: { team: 'legal' } })
  return {
    me: me.data?.email ?? '',
    rule: decision?.rule ?? '',
    remedy: decision?.alternatives[0]?.calls[0]?.operation ?? '',
    role: created.data?.key ?? '',
    heldRole: held.data?.teams['support'] ?? '',
    emails: [first, second].flatMap(({ data }) => data?.data.map(({ email }) => email) ?? []),
    faultyField:
      faulty.error && 'errors' in faulty.error ? (faulty.error.errors?.[0]?.pointer ?? '') : '',
    missing: missing.error?.code ?? '',
    stale: stale.error?.code ?? '',
    decision: asked.data?.decision ?? true,
    statusOfDeletion: deleted.response?.status ?? 0,
  }
}
