import { describe, expect, test } from 'vitest'
import { adaptive, superannotate } from '../../mocks/policies/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { organization } from '../support/outcome.ts'
import { denial } from '../support/refusal.ts'
import { waysIn } from '../support/remedy-arguments.ts'
import { userIn } from '../support/in-world.ts'

const membershipRule = {
  rule: 'membership',
  ruleText:
    'Only active members call the platform. Everybody who was invited reads users.me and answers the invitation.',
  ruleSource: { origin: 'platform', title: 'Rolecall' },
}

const paused = {
  allowed: false,
  outcome: 'no',
  policy: 'superannotate',
  ...membershipRule,
  status: 403,
  code: 'member_paused',
  text: 'Your membership is paused.',
  alternatives: [],
  final: 'No membership would allow it: SuperAnnotate does not offer teams.list.',
}

describe('a caller without an active membership learns the whole reason', () => {
  test('added and never invited', async () => {
    expect(await acmeOf(adaptive).as('invited').can('roles.list')).toEqual({
      allowed: false,
      outcome: 'no',
      policy: 'adaptive',
      action: 'roles.list',
      ...membershipRule,
      status: 403,
      code: 'not_a_member',
      text: 'You are not an active member of the organization.',
      alternatives: [],
      final:
        'An active membership alone would not allow it: roles.list needs “Manage roles” (admin:manage_roles) in any team.',
    })
  })

  test.each<[string, readonly unknown[], string]>([
    ['projects.list', [{}], 'Only an active membership would allow it.'],
    [
      'projects.get',
      ['nothing'],
      'It takes an active membership first. What else it takes depends on what is hidden.',
    ],
    [
      'organization.updatePlan',
      [{ seats: 1 }],
      'No membership would allow it: Adaptive Engine does not offer organization.updatePlan.',
    ],
  ])('without a way back, from %s', async (operation, args, final) => {
    const decision = await denial(
      acmeOf(adaptive)
        .as('invited')
        .call(operation, ...args),
    )
    expect(decision).toMatchObject({ code: 'not_a_member', alternatives: [], final })
  })

  test('a hidden resource is like a missing one', async () => {
    const { as } = acmeOf(superannotate)
    const [hidden, missing] = await Promise.all(
      ['street-scenes', 'nothing'].map((key) => denial(as('invited').projects.get(key))),
    )
    expect(hidden).toMatchObject({ alternatives: [], final: expect.stringContaining('hidden') })
    expect(hidden).toEqual(missing)
  })

  test('an answer that depends on a person they do not see yet says so', async () => {
    const { as } = acmeOf(superannotate)
    const removal = () => denial(as('invited-admin').users.remove(email('plain')))
    const before = await removal()
    expect(before).toMatchObject({ alternatives: [], final: expect.stringContaining('hidden') })
    await as('admin').users.update(email('plain'), { role: 'contributor' })
    expect(await removal()).toEqual(before)
  })

  test('from an unreadable request, that nobody could make it', async () => {
    const { mock } = acmeOf(superannotate)
    const answer = await mock.fetch(
      new Request('https://rolecall.test/v1/projects', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${mock.token(email('paused'))}`,
          'content-type': 'application/json',
        },
        body: '{',
      }),
    )
    const { decision } = await answer.json()
    expect(decision.final).toMatch(/^Whoever made it, the request would be refused: /)
  })

  test('paused, about a call that nobody may make', async () => {
    const decision = await denial(acmeOf(superannotate).as('paused').teams.list())
    expect(decision).toEqual({ ...paused, action: 'teams.list' })
  })

  test.each([
    ['paused', 'paused@acme.test’s membership is paused.'],
    [
      'invited',
      'invited@acme.test is not an active member of the organization. invited@acme.test’s invitation waits for an answer.',
    ],
  ])('and a caller who asks about them learns the same: %s', async (name, text) => {
    const admin = acmeOf(superannotate).as('admin')
    const asked = async (action: string, args?: unknown[]) => {
      const { context } = await admin.access.evaluate({
        subject: { type: 'user', id: email(name) },
        action: { name: action },
        resource: organization,
        context: { rolecall: { explain: true, ...(args && { args }) } },
      })
      return context?.text
    }
    expect(await asked('projects.list')).toBe(text)
    expect(await asked('projects.list', [])).toBe(text)
    expect(await asked('teams.list', [])).toBe(text)
  })

  test('before anything is tried, the final sentence stands where nothing helps', () => {
    const { compiled, world } = stageOf({ policy: superannotate })
    const explained = (name: string, operation: 'teams.list' | 'projects.list') => {
      const person = userIn(world, name)
      return compiled.explainMembershipDenial(world, compiled.bind(world, person, operation, []))
    }
    expect(explained('paused', 'teams.list')).toEqual({ ...paused, action: 'teams.list' })
    expect(explained('paused', 'projects.list')).not.toHaveProperty('final')
    expect(explained('annotator', 'projects.list')).toBeUndefined()
  })
})

describe('the remedy that makes them a member and allows the call', () => {
  test('is the open invitation, not one rejected before', async () => {
    const { as } = acmeOf(superannotate)
    const again = { email: email('declined'), role: 'contributor' }
    const { id } = await as('admin').invitations.create(again)
    expect(waysIn(await as('declined').can('projects.list'))).toEqual([[[id]]])
  })

  test('is the membership alone where the call is about oneself', async () => {
    const { as, invitation } = acmeOf(superannotate)
    const decision = await as('invited').can('users.get', email('invited'))
    expect(waysIn(decision)).toEqual([[[await invitation('invited')]]])
  })

  test('leads past the denial, and says nothing of later conflicts', async () => {
    const { as, invitation } = acmeOf(superannotate)
    const invited = as('invited-admin')
    const decision = await invited.can('users.update', email('plain'), { paused: true })
    expect(waysIn(decision)).toEqual([[[await invitation('invited-admin')]]])
    const [way] = decision.alternatives
    expect(way?.missing.map(({ text, haveText }) => `${text} ${haveText}`)).toEqual([
      'An active membership is needed. Your invitation waits for your answer: accept or reject it.',
    ])
    expect(way).not.toHaveProperty('refusal')
  })
})
