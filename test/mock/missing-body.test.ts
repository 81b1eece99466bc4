import { createMock } from 'rolecall/mocks'
import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'

/** A mock, and the id of the artifact of that name that its lead finds. */
async function start(policy: 'ica' | 'adaptive', name: string) {
  const mock = createMock({ policy })
  const as = (user: string) => mock.client({ as: `${user}@acme.test` })
  for await (const artifact of as('lead').artifacts.list()) {
    if (artifact.name === name) return { mock, as, id: artifact.id }
  }
  throw new Error(`There is no artifact ${name}.`)
}

describe('a question about an action whose call needs a body, without one', () => {
  test.each([
    ['ica', 'sample-1.bam', 'link', 'admin', 'IC-08'],
    ['ica', 'sample-1.bam', 'unlink', 'lead', 'IC-08'],
    ['adaptive', 'churn-small', 'attach', 'scientist', 'AD-01'],
  ] as const)(
    '%s, %s, %s: the rules alone are asked for %s',
    async (policy, name, run, user, rule) => {
      const { as, id } = await start(policy, name)
      const { can, access } = as(user)
      const open = await can('artifacts.run', id, run)
      expect(open).toMatchObject({ allowed: false, outcome: 'depends', rule })
      expect(open).not.toHaveProperty('status')
      expect(open).not.toHaveProperty('final')
      expect(open.text).toMatch(/^artifacts\.run needs /)
      const { decision, context } = await access.evaluate({
        subject: { type: 'user', id: 'me' },
        action: { name: 'artifacts.run' },
        resource: { type: 'artifact', id },
        context: { rolecall: { args: [id, run], explain: true } },
      })
      expect([decision, context]).toEqual([false, open])
      // An incomplete body is a real call, and is refused.
      expect(await can('artifacts.run', id, run, {})).toMatchObject({ outcome: 'no', status: 422 })
    },
  )

  test('a caller without the right gets no remedy that ends in a refusal', async () => {
    const { as, id } = await start('ica', 'sample-1.bam')
    const { outcome, rule, text, alternatives } = await as('guest').can('artifacts.run', id, 'link')
    expect({ outcome, rule, alternatives }).toEqual({
      outcome: 'no',
      rule: 'IC-08',
      alternatives: [],
    })
    expect(text).toMatch(/ Name the project to learn what would allow it\.$/)
    const project = 'trials'
    const named = await as('guest').can('artifacts.run', id, 'link', { project })
    expect(named).toMatchObject({ outcome: 'no', rule: 'IC-08' })
  })

  test('asks only rules of that action', async () => {
    const { as, id } = await start('ica', 'sample-1.bam')
    for (const run of ['link', 'unlink']) {
      const { text } = await as('lead').can('artifacts.run', id, run)
      expect(text).not.toMatch(/download|archive|An action that its kind lacks/)
    }
  })
})

test('an action without a body, or one that its kind lacks, is judged like a call', async () => {
  const { as, id } = await start('ica', 'sample-1.bam')
  expect(await as('lead').can('artifacts.run', id, 'archive')).toMatchObject({ outcome: 'yes' })
  expect(await as('lead').can('artifacts.run', id, 'fly')).toMatchObject({
    outcome: 'no',
    text: expect.stringContaining('offers no fly for artifacts of kind data'),
  })
})

test('a hidden artifact looks like a missing one', async () => {
  const { as, id } = await start('ica', 'sample-1.bam')
  const { can } = as('stranger')
  const hidden = await can('artifacts.run', id, 'link')
  const unknown = await can('artifacts.run', 'art_nothing', 'link')
  expect(hidden.status).toBe(unknown.status)
  const said = JSON.stringify(hidden).replaceAll(id, 'art_nothing')
  expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify(unknown)))
})

test('a key that a custom platform requires is left open with the body', async () => {
  const { superannotate } = policies
  const changes = superannotate.changes
  const own = {
    ...superannotate,
    changes: { ...changes, 'tokens.create': { ...changes['tokens.create'], required: ['name'] } },
  }
  const mock = createMock({ policy: own })
  const { can } = mock.client({ as: 'admin@acme.test' })
  expect(await can('tokens.create')).toMatchObject({ outcome: 'yes' })
  expect(await can('tokens.create', {})).toMatchObject({ outcome: 'no', status: 422 })
})
