import { describe, expect, test } from 'vitest'
import { adaptive, bigml, ica, peltarion, superannotate } from '../../mocks/policies/index.ts'
import type { Policy } from '../../mocks/policy/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization } from '../support/outcome.ts'

describe('a question without arguments about a caller without an active membership', () => {
  const asked = async (policy: Policy, name: string, action: string, args?: readonly unknown[]) => {
    const { context } = await acmeOf(policy)
      .as('admin')
      .access.evaluate({
        subject: { type: 'user', id: email(name) },
        action: { name: action },
        resource: organization,
        context: { rolecall: { explain: true, ...(args && { args: [...args] }) } },
      })
    return context
  }

  test.each<[Policy, string, string, readonly unknown[]]>([
    [superannotate, 'paused', 'projects.list', [{}]],
    [superannotate, 'paused', 'users.list', [{}]],
    [superannotate, 'paused', 'teams.list', [{}]],
    [superannotate, 'invited', 'users.list', [{}]],
    [peltarion, 'invited', 'projects.list', [{}]],
    [bigml, 'invited', 'users.list', [{}]],
    [adaptive, 'invited', 'users.list', [{}]],
    [ica, 'newcomer', 'users.list', [{}]],
  ])('%o of %s has the remedies of %s with them', async (policy, name, action, args) => {
    const closed = await asked(policy, name, action, args)
    expect(await asked(policy, name, action)).toEqual(closed)
  })

  test('requires them where they decide the remedy, and is not final', async () => {
    const open = await asked(superannotate, 'paused', 'projects.create')
    expect(open).toMatchObject({
      code: 'member_paused',
      alternatives: [],
      text: 'paused@acme.test’s membership is paused. Ask with the arguments of the call to learn what would allow it.',
    })
    expect(open).not.toHaveProperty('final')
  })

  test('depends on them for a caller with an open invitation', async () => {
    const { as, mock, entry } = acmeOf(ica)
    const partner = mock.client({ as: 'partner@clinic.test' })
    expect(await explainedOf(partner, 'projects.members.accept')).toMatchObject({
      outcome: 'depends',
    })
    expect(await explainedOf(as('newcomer'), 'projects.members.accept')).toMatchObject({
      outcome: 'no',
    })
    const own = { type: 'member', id: await entry('genomes', 'invited') }
    expect(await explainedOf(partner, 'projects.members.accept', own)).toMatchObject({
      outcome: 'no',
    })
  })

  test('about an action of the rules has the membership as a remedy too', async () => {
    const invited = acmeOf(bigml).as('invited')
    const decision = await explainedOf(invited, 'users.list')
    expect(decision.alternatives[0]?.missing[0]?.requirement).toMatchObject({ kind: 'status' })
  })
})
