/**
 * Who reads what in the audit: a resource hidden from a reader leaves no trace there, even after its
 * deletion.
 */
import { describe, expect, test } from 'vitest'
import { email } from '../support/acme-of.ts'
import { refusal } from '../support/refusal.ts'
import { as as asked, column } from './ask.ts'
import { on, operations, readBy } from './read-audit.ts'

test('reading the audit is recorded only if refused', async () => {
  const { as } = on('adaptive')
  await as('admin').audit.list()
  await refusal(as('labeler').audit.list())
  await refusal(as('admin').audit.list({ project: 'nowhere' }))
  const { data } = await as('admin').audit.list()
  expect(data).toMatchObject([
    { operation: 'audit.list', email: email('labeler'), allowed: false, status: 403 },
    { operation: 'audit.list', email: email('admin'), allowed: false, status: 422 },
  ])
})

describe('a call that found nothing', () => {
  const line = (name: string) => `GET /v1/projects/${name}`

  test('reads the same for a hidden and for a missing resource', async () => {
    const shown = async (name: string, reader: string) => {
      const { mock } = on('adaptive')
      await asked(mock, email('support-platform'))(line(name))
      await asked(mock, email('watcher'))(line(name))
      const { body } = await asked(mock, email(reader))('GET /v1/audit')
      return JSON.stringify(body).replaceAll(name, '…')
    }
    for (const reader of ['support-platform', 'manager']) {
      expect(await shown('summaries', reader)).toBe(await shown('nosuchone', reader))
    }
  })

  test('shows its caller the names they sent, and others only resources they see', async () => {
    const { as } = on('adaptive')
    await refusal(as('support-platform').projects.get('summaries'))
    const target = async (name: string) => (await as(name).audit.list()).data[0]
    expect(await target('support-platform')).toMatchObject({
      status: 404,
      target: { type: 'project', id: 'summaries' },
    })
    const { id } = await as('lead').projects.get('summaries')
    expect(await target('lead')).toMatchObject({ target: { id }, project: 'summaries' })
    const others = await target('manager')
    expect(others).toMatchObject({ operation: 'projects.get', status: 404 })
    expect(others).not.toHaveProperty('target')
    expect(others).not.toHaveProperty('project')
  })

  test('shows nothing of a request refused before any look-up', async () => {
    const { as } = on('adaptive')
    await refusal(as('invited').projects.get('summaries'))
    expect(await readBy(as('manager'))).not.toContain('summaries')
    expect(await readBy(as('manager'))).toContain('not_a_member')
  })
})

describe('the filters', () => {
  test('accept a removed person, by id or e-mail address', async () => {
    for (const policy of ['adaptive', 'superannotate', 'peltarion', 'bigml'] as const) {
      const { as, mock } = on(policy)
      const name = policy === 'superannotate' ? 'labeler' : 'scientist'
      const person = await as(name).users.me()
      await as('admin').users.remove(person.email)
      for (const actor of [person.id, person.email, person.email.toUpperCase()]) {
        expect(await operations(as('admin'), { actor })).toEqual(['users.me'])
      }
      const nobody = await asked(mock, email('admin'))('GET /v1/audit?actor=nobody@acme.test')
      expect([nobody.status, nobody.body.code]).toEqual([422, 'unknown_reference'])
    }
  })

  test('match everyone who has had an address, and one person by id', async () => {
    const { as } = on('adaptive')
    const former = await as('scientist').users.me()
    await as('admin').users.remove(former.email)
    const { id } = await as('admin').users.create({ email: former.email, teams: {} })
    await as('scientist').users.me()
    expect(await operations(as('admin'), { actor: former.email })).toHaveLength(2)
    expect(await operations(as('admin'), { actor: id })).toHaveLength(1)
  })

  test.each([
    ['adaptive', 'summaries', 'support-platform'],
    ['superannotate', 'receipts', 'project-admin'],
    ['ica', 'archive', 'engineer'],
    ['bigml', 'payroll', 'guest'],
  ] as const)(
    'reveal nothing: on %s the hidden %s does not exist',
    async (name, hidden, reader) => {
      const ask = asked(on(name).mock, email(reader))
      const answer = async (project: string) => {
        const { status, body } = await ask(`GET /v1/audit?project=${project}`)
        return [status, JSON.stringify({ ...body, instance: '' }).replaceAll(project, '…')]
      }
      expect(await answer(hidden)).toEqual(await answer('nosuchone'))
    },
  )
})

test('a page stays full with hidden calls in between', async () => {
  const { as, mock } = on('adaptive')
  for (const name of ['One', 'Two', 'Three']) {
    await as('lead').projects.update('summaries', { name })
    await as('support-lead').projects.update('triage', { name })
  }
  const ask = asked(mock, email('manager'))
  const first = await ask('GET /v1/audit?limit=2')
  const second = await ask(`GET /v1/audit?limit=2&cursor=${String(first.body.nextCursor)}`)
  expect(column(first.body, 'project')).toEqual(['triage', 'triage'])
  expect(column(second.body, 'project')).toEqual(['triage'])
  expect(second.body.nextCursor).toBeNull()
})
