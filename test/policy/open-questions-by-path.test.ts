import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { acme as peltarionAcme } from '../../mocks/policies/peltarion/acme.ts'
import { adaptive, definePolicy, peltarion } from '../../mocks/policies/index.ts'
import type { AccessResource } from '../../src/index.ts'
import { stage } from '../properties/support/stage.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization, outcomeOf } from '../support/outcome.ts'
import { userIn } from '../support/in-world.ts'

const project = (id: string): AccessResource => ({ type: 'project', id })

const nothingThere = {
  outcome: 'no',
  status: 403,
  code: 'permission_denied',
  text: expect.stringMatching(/ You see nothing on which you may do it\.$/),
  alternatives: [],
}

describe('a requirement decided by the path', () => {
  test.each([
    ['lead', 'artifacts.get', project('churn'), 'yes'],
    ['lead', 'artifacts.get', organization, 'depends'],
    ['agent', 'artifacts.delete', project('churn'), 'no'],
  ] as const)('%s: %s on %j is %s', async (name, operation, resource, outcome) => {
    expect(await outcomeOf(acmeOf(adaptive).as(name), operation, resource)).toBe(outcome)
  })

  test.each([
    ['recall-at-10', 'artifacts.run', 'lead', 'yes'],
    ['recall-at-10', 'artifacts.run', 'watcher', 'no'],
    ['customers-2025', 'artifacts.run', 'lead', 'no'],
    ['customers-2025', 'artifacts.delete', 'lead', 'yes'],
    ['churn-small', 'artifacts.delete', 'lead', 'no'],
  ])('of %s its kind counts: %s for %s is %s', async (name, operation, person, outcome) => {
    const { as } = acmeOf(adaptive)
    const { data } = await as('lead').artifacts.list({ limit: 200 })
    const id = data.find((one) => one.name === name)?.id ?? ''
    expect(await outcomeOf(as(person), operation, { type: 'artifact', id })).toBe(outcome)
  })

  test('is yes where the caller made everything there, and nothing can be hidden', async () => {
    const artifacts = peltarionAcme.artifacts.filter(
      ({ creator }) => creator === email('scientist'),
    )
    const { as } = acmeOf(peltarion, { scenario: { ...peltarionAcme, artifacts } })
    expect(await explainedOf(as('scientist'), 'artifacts.delete')).toMatchObject({
      outcome: 'yes',
      rule: 'PE-09',
      text: 'It is allowed on everything there is.',
    })
  })

  test('is no where nothing exists', async () => {
    const { as } = acmeOf(adaptive, { scenario: { ...acme, artifacts: [] } })
    expect(await explainedOf(as('lead'), 'artifacts.get', project('churn'))).toMatchObject(
      nothingThere,
    )
  })

  test('counts hidden resources as denied, though it requires nothing', async () => {
    const changes = { ...adaptive.changes, 'projects.get': { always: 'users.me' } }
    const { as } = acmeOf(definePolicy({ ...adaptive, name: 'own', changes }), { scenario: acme })
    expect(await explainedOf(as('newcomer'), 'projects.get')).toMatchObject({
      ...nothingThere,
      rule: 'AD-06',
    })
    expect(await explainedOf(as('watcher'), 'projects.get')).toMatchObject({
      outcome: 'depends',
      rule: 'AD-06',
      text: 'projects.get depends on its arguments.',
    })
  })
})

test.each(['tokens.list', 'tokens.get'] as const)(
  '%s, which the platform does not offer, is denied',
  (operation) => {
    const { compiled, world } = stage(adaptive)
    expect(compiled.decide(world, compiled.open(userIn(world, 'admin'), operation, {}))).toBe('no')
  },
)
