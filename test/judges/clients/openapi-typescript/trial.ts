import createClient from 'openapi-fetch'
import { type Learned, type Platform, reasonIn, sent } from '../trial.ts'
import type { paths } from './generated/schema.ts'

/** The calls of a trial with openapi-fetch, over the types of openapi-typescript. */
export async function learn({ baseUrl, admin, lead }: Platform): Promise<Learned> {
  const as = (token: string) =>
    createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } })
  const client = as(admin)
  const me = await client.GET('/v1/me')
  const denied = await as(lead).POST('/v1/roles', { body: sent.role })
  const decision = denied.error && 'decision' in denied.error ? denied.error.decision : undefined
  const created = await client.POST('/v1/roles', { body: sent.role })
  const user = { path: { user: sent.user } }
  const held = await client.PATCH('/v1/users/{user}', {
    params: user,
    body: { teams: { support: 'auditor' } },
  })
  const page = async (cursor?: string) =>
    client.GET('/v1/users', { params: { query: sent.page(cursor) } })
  const first = await page()
  const second = await page(first.data?.nextCursor ?? undefined)
  const faulty = await client.POST('/v1/roles', {
    body: sent.faultyRole,
  })
  const missing = await client.GET('/v1/teams/{team}', { params: { path: { team: 'nowhere' } } })
  const stale = await client.PATCH('/v1/users/{user}', {
    params: { ...user, header: sent.staleTag },
    body: { teams: {} },
  })
  const asked = await as(lead).POST('/access/v1/evaluation', {
    body: sent.question,
  })
  await client.POST('/v1/teams', { body: { key: 'legal' } })
  const deleted = await client.DELETE('/v1/teams/{team}', { params: { path: { team: 'legal' } } })
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
    statusOfDeletion: deleted.response.status,
  }
}
