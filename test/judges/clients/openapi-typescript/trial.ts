import createClient from 'openapi-fetch'
import type { Learned, Platform } from '../trial.ts'
import type { paths } from './generated/schema.ts'

/** The calls of a trial with openapi-fetch, over the types of openapi-typescript. */
export async function learn({ baseUrl, admin, lead }: Platform): Promise<Learned> {
  const as = (token: string) =>
    createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } })
  const client = as(admin)
  const me = await client.GET('/v1/me')
  const role = { key: 'auditor', permissions: ['use_case:read'] }
  const denied = await as(lead).POST('/v1/roles', { body: role })
  const decision = denied.error && 'decision' in denied.error ? denied.error.decision : undefined
  const created = await client.POST('/v1/roles', { body: role })
  const user = { path: { user: 'lead@acme.test' } }
  const held = await client.PATCH('/v1/users/{user}', {
    params: user,
    body: { teams: { support: 'auditor' } },
  })
  const page = async (cursor?: string) =>
    client.GET('/v1/users', { params: { query: { limit: 1, ...(cursor && { cursor }) } } })
  const first = await page()
  const second = await page(first.data?.nextCursor ?? undefined)
  const faulty = await client.POST('/v1/roles', {
    body: { key: 'other', permissions: ['nothing'] },
  })
  const missing = await client.GET('/v1/teams/{team}', { params: { path: { team: 'nowhere' } } })
  const stale = await client.PATCH('/v1/users/{user}', {
    params: { ...user, header: { 'If-Match': '"of-yesterday"' } },
    body: { teams: {} },
  })
  const asked = await as(lead).POST('/access/v1/evaluation', {
    body: {
      subject: { type: 'user', id: 'me' },
      action: { name: 'roles.create' },
      resource: { type: 'organization', id: 'current' },
    },
  })
  await client.POST('/v1/teams', { body: { key: 'legal' } })
  const deleted = await client.DELETE('/v1/teams/{team}', { params: { path: { team: 'legal' } } })
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
    statusOfDeletion: deleted.response.status,
  }
}
