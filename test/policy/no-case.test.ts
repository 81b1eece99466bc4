/** A list of cases without a last one denies every call that none of them covers, on every surface. */
import { createMock, matrix } from 'rolecall/mocks'
import { definePolicy, peltarion, superannotate, type Policy } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'
import { compile } from '../../mocks/policy/index.ts'
import { stageOf } from '../../mocks/policy-tools/stage.ts'
import { writeTemporary } from '../cli/files.ts'
import { runCli } from '../cli/run-cli.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf } from '../support/outcome.ts'
import { denial } from '../support/refusal.ts'
import { userIn } from '../support/in-world.ts'

const { scenario } = createMock({ policy: 'peltarion' })
const { scenario: team } = createMock({ policy: 'superannotate' })

/** Peltarion, where only notes are deleted and only contributors' papers renamed. */
const partial: Policy = definePolicy({
  ...peltarion,
  name: 'partial',
  changes: {
    ...peltarion.changes,
    'projects.delete': {
      always: [{ when: { field: 'project.key', is: 'notes' }, ask: 'projects.delete' }],
    },
    'projects.update': {
      keys: { name: { when: { field: 'project.key', is: 'notes' }, ask: 'artifact:write' } },
      nothing: 'artifact:write',
    },
  },
})

const forNobody = {
  outcome: 'no',
  rule: 'no_case',
  status: 403,
  code: 'permission_denied',
  alternatives: [],
  final: 'Nobody may do it, whatever they hold.',
}

describe('a call that no case covers is denied', () => {
  const other = scenario.projects?.find(({ key }) => key !== 'notes')?.key ?? ''
  const { as, mock } = acmeOf(partial, { scenario })
  const admin = as('admin')
  const denied = {
    ...forNobody,
    action: 'projects.delete',
    text: 'projects.delete is allowed to nobody here. The policy has no case that applies to it.',
  }

  test('by the call, can and evaluate with the same words', async () => {
    expect(await denial(admin.projects.delete(other))).toMatchObject(denied)
    expect(await admin.can('projects.delete', other)).toMatchObject(denied)
    const answer = await admin.access.evaluate({
      subject: { type: 'user', id: 'me' },
      action: { name: 'projects.delete' },
      resource: { type: 'project', id: other },
      context: { rolecall: { explain: true, args: [other] } },
    })
    expect(answer).toMatchObject({ decision: false, context: denied })
    expect(mock.requests.map(({ status }) => status)).not.toContain(500)
  })

  test('by rolecall can', async () => {
    const files = await Promise.all([
      writeTemporary('policy.json', JSON.stringify(partial)),
      writeTemporary('scenario.json', JSON.stringify(scenario)),
    ])
    const options = ['--policy', files[0], '--scenario', files[1], '--as', email('admin')]
    const { code, out, err } = await runCli(['can', ...options, 'projects.delete', other])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('(403 permission_denied)\n  rule      no_case: ')
    expect(out).toContain('projects.delete is allowed to nobody here.')
  })

  test('for one key, which the denial names', async () => {
    expect(await denial(admin.projects.update(other, { name: 'New' }))).toMatchObject({
      ...forNobody,
      text: 'projects.update is allowed to nobody here. The policy has no case that applies to its name.',
    })
    expect(await admin.projects.update(other, {})).toMatchObject({ key: other })
  })

  test('and a covered call follows its rule', async () => {
    expect(await admin.projects.update('notes', { name: 'Notes' })).toMatchObject({ name: 'Notes' })
    expect(await admin.can('projects.delete', 'notes')).toMatchObject({ allowed: true })
  })
})

describe('a question that leaves the arguments open', () => {
  const { as } = acmeOf(partial, { scenario })

  test('is never yes, since no case may match', async () => {
    const decision = await explainedOf(as('admin'), 'projects.delete')
    expect(decision).toMatchObject({ outcome: 'depends', rule: 'PE-09' })
    const { cells } = await matrix({ policy: partial, scenario }, { type: 'project', id: 'notes' })
    const outcomes = cells.filter(({ action }) => action === 'projects.delete')
    expect(new Set(outcomes.map(({ outcome }) => outcome))).not.toContain('yes')
    const { results } = await as('admin').access.searchActions({
      subject: { type: 'user', id: 'me' },
      resource: { type: 'project', id: 'notes' },
    })
    expect(results.map(({ name }) => name)).not.toContain('projects.delete')
  })

  test('is no where no rule of a case would allow it either', async () => {
    expect(await explainedOf(as('viewer'), 'projects.delete')).toMatchObject({ outcome: 'no' })
  })
})

describe('a change that makes a case match is a remedy', () => {
  const removal = (always: Policy['changes'][string]['always']): Policy =>
    definePolicy({
      ...superannotate,
      name: 'own',
      changes: { ...superannotate.changes, 'users.remove': { ...(always && { always }) } },
    })
  const contributors = removal([
    { when: { field: 'user.role', is: 'contributor' }, ask: 'team:manage_contributors' },
  ])

  test('another role of the named user', async () => {
    const { as } = acmeOf(contributors, { scenario: team })
    const { text, alternatives } = await denial(as('plain').users.remove(email('granted')))
    expect(text).toBe(
      'users.remove is allowed to nobody here. The policy has no case that applies to it. granted@acme.test’s role in the organization is Team Admin.',
    )
    expect(alternatives).toMatchObject([
      { calls: [{ args: [email('granted'), { role: 'contributor' }], by: [email('admin')] }] },
    ])
    await as('admin').users.update(email('granted'), { role: 'contributor' })
    await as('plain').users.remove(email('granted'))
  })

  test("the caller's own role", async () => {
    const { as } = acmeOf(contributors, { scenario: team })
    const { alternatives } = await denial(as('plain').users.remove(email('plain')))
    expect(alternatives.map(({ calls }) => calls.map(({ args }) => args))).toEqual([])
    const leaving = removal({ when: { field: 'user.role', is: 'contributor' }, ask: 'users.me' })
    const left = await denial(
      acmeOf(leaving, { scenario: team }).as('plain').users.remove(email('plain')),
    )
    expect(left.alternatives).toMatchObject([
      { calls: [{ args: [email('plain'), { role: 'contributor' }] }] },
    ])
  })

  test('which stays hidden where the field of the case is hidden', async () => {
    const { as } = acmeOf(contributors, { scenario: team })
    const told = await Promise.all(
      ['granted', 'labeler'].map(async (name) => {
        const { text, alternatives, final } = await as('annotator').can('users.remove', email(name))
        return { text, alternatives, final }
      }),
    )
    expect(told[0]).toEqual(told[1])
  })
})

describe('the evaluator denies what it does not know', () => {
  const { world } = stageOf({ policy: 'peltarion' })
  const admin = userIn(world, 'admin')

  test('an action without a rule', () => {
    const changes = { ...peltarion.changes, 'roles.list': { always: 'own.missing' } }
    const compiled = compile({ ...peltarion, changes })
    const call = compiled.bind(world, admin, 'roles.list', [{}])
    expect(compiled.decide(world, call)).toBe('no')
    expect(compiled.decide(world, compiled.open(admin, 'roles.list', {}))).toBe('no')
    expect(compiled.explain(world, call)).toMatchObject({
      ...forNobody,
      rule: 'no_rule',
      text: 'roles.list is allowed to nobody here. The policy has no rule for own.missing.',
    })
  })

  const own = (require: unknown): Policy => {
    const rule = { id: 'OWN-01', text: 'A rule.', origin: 'reading', require }
    const policy = JSON.parse(
      JSON.stringify({ ...peltarion, rules: { ...peltarion.rules, own: rule } }),
    )
    return { ...policy, changes: { ...peltarion.changes, 'roles.list': { always: 'own' } } }
  }

  test.each([
    ['a leaf of an unknown kind', { holdz: 'artifact:view' }],
    ['an unknown scope', { permission: 'artifact:view', in: 'galaxy' }],
    ['an unknown membership', { member: 'galaxy' }],
    ['an unknown person', { self: 'galaxy' }],
    ['an unknown creator', { creator: 'galaxy' }],
    ['one among others', { all: [{ nothing: true }, { holdz: 'artifact:view' }] }],
    ['an alternative', { any: [{ holdz: 'artifact:view' }] }],
    ['an empty choice', { any: [] }],
  ])('%s', (_, require) => {
    const compiled = compile(own(require))
    const call = compiled.bind(world, admin, 'roles.list', [{}])
    expect(compiled.decide(world, call)).not.toBe('yes')
    expect(compiled.decide(world, compiled.open(admin, 'roles.list', {}))).not.toBe('yes')
    const decision = compiled.explain(world, call)
    expect(decision.allowed).toBe(false)
    expect(decision.alternatives).toEqual([])
  })
})
