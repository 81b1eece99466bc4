import { type Learned, type Platform, reasonIn, sent } from '../trial.ts'
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
  const denied = await rolesCreate({ client: as(lead), body: sent.role })
  const decision = denied.error && 'decision' in denied.error ? denied.error.decision : undefined
  const created = await rolesCreate({ client, body: sent.role })
  const path = { user: sent.user }
  const held = await usersUpdate({ client, path, body: { teams: { support: 'auditor' } } })
  const page = async (cursor?: string) => usersList({ client, query: sent.page(cursor) })
  const first = await page()
  const second = await page(first.data?.nextCursor ?? undefined)
  const faulty = await rolesCreate({ client, body: sent.faultyRole })
  const missing = await teamsGet({ client, path: { team: 'nowhere' } })
  const stale = await usersUpdate({ client, path, headers: sent.staleTag, body: { teams: {} } })
  const asked = await accessEvaluate({
    client: as(lead),
    body: sent.question,
  })
  await teamsCreate({ client, body: { key: 'legal' } })
  const deleted = await teamsDelete({ client, path: { team: 'legal' } })
  return {
    me: me.data?.email ?? '',
    ...reasonIn(decision),
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
