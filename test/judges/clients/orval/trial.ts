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
} from './generated/client.ts'

/** The calls of a trial with the functions of orval, which have the address of the platform in them. */
export async function learn({ admin, lead }: Omit<Platform, 'baseUrl'>): Promise<Learned> {
  const as = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } })
  const me = await usersMe(as(admin))
  const denied = await rolesCreate(sent.role, as(lead))
  const decision = denied.status === 403 ? denied.data.decision : undefined
  const created = await rolesCreate(sent.role, as(admin))
  const held = await usersUpdate(sent.user, { teams: { support: 'auditor' } }, as(admin))
  const page = async (cursor?: string) => usersList(sent.page(cursor), as(admin))
  const first = await page()
  const next = first.status === 200 ? first.data.nextCursor : undefined
  const second = await page(next ?? undefined)
  const faulty = await rolesCreate(sent.faultyRole, as(admin))
  const missing = await teamsGet('nowhere', as(admin))
  const ifMatch = { headers: { ...as(admin).headers, ...sent.staleTag } }
  const stale = await usersUpdate(sent.user, { teams: {} }, ifMatch)
  const asked = await accessEvaluate(sent.question, as(lead))
  await teamsCreate({ key: 'legal' }, as(admin))
  const deleted = await teamsDelete('legal', as(admin))
  return {
    me: me.status === 200 ? me.data.email : '',
    ...reasonIn(decision),
    role: created.status === 201 ? created.data.key : '',
    heldRole: held.status === 200 ? (held.data.teams['support'] ?? '') : '',
    emails: [first, second].flatMap(({ status, data }) =>
      status === 200 ? data.data.map(({ email }) => email) : [],
    ),
    faultyField: faulty.status === 422 ? (faulty.data.errors?.[0]?.pointer ?? '') : '',
    missing: missing.status === 404 ? missing.data.code : '',
    stale: stale.status === 412 ? stale.data.code : '',
    decision: asked.status === 200 ? asked.data.decision : true,
    statusOfDeletion: deleted.status,
  }
}
