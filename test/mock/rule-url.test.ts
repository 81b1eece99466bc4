import { PermissionDeniedError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { adaptive } from 'rolecall/policies'
import { describe, expect, test } from 'vitest'

const lead = { as: 'lead@acme.test' } as const

const mustBe =
  'docs must be a URL such as https://platform.example/rules without query, fragment or credentials'

describe('ruleUrl', () => {
  test('is left out by default', async () => {
    const decision = await createMock().client(lead).can('teams.create', { key: 'labs' })
    expect(decision.ruleText).toBeDefined()
    expect(decision).not.toHaveProperty('ruleUrl')
  })

  test('stays when the state goes back, on, or to a fork', async () => {
    const mock = createMock({ docs: 'https://docs.example/rules/' })
    const snapshot = mock.snapshot()
    const ruleUrl = 'https://docs.example/rules/adaptive#ad-05'
    const asked = (one: typeof mock) => one.client(lead).can('teams.create', { key: 'labs' })
    mock.restore(snapshot)
    expect(await asked(mock)).toMatchObject({ ruleUrl })
    mock.reset()
    expect(await asked(mock)).toMatchObject({ ruleUrl })
    mock.use(adaptive)
    expect(await asked(mock)).toMatchObject({ ruleUrl })
    expect(await asked(mock.fork())).toMatchObject({ ruleUrl })
  })

  test.each([
    'https://docs.example/rules/',
    'https://docs.example/rules',
    new URL('https://docs.example/rules/'),
  ])('is below %s in every decision', async (docs) => {
    const mock = createMock({ docs })
    const client = mock.client(lead)
    const ruleUrl = 'https://docs.example/rules/adaptive#ad-05'
    expect(await client.can('teams.create', { key: 'labs' })).toMatchObject({ ruleUrl })
    const error = await client.teams.create({ key: 'labs' }).catch((thrown: unknown) => thrown)
    expect(error instanceof PermissionDeniedError && error.decision).toMatchObject({ ruleUrl })
    expect(mock.requests.at(-1)).toMatchObject({ decision: { ruleUrl } })
  })

  test('is that of an allowed call, a guard and a rule of every platform too', async () => {
    const admin = createMock({ docs: 'https://docs.example/' }).client({ as: 'admin@acme.test' })
    const urlOf = async (asked: Promise<{ readonly ruleUrl?: string }>) => (await asked).ruleUrl
    expect(await urlOf(admin.can('teams.create', { key: 'labs' }))).toMatch(/adaptive#ad-05$/)
    expect(await urlOf(admin.can('roles.delete', 'annotator'))).toMatch(/adaptive#ad-12$/)
    expect(await urlOf(admin.can('organization.delete'))).toMatch(/adaptive#not_offered$/)
    expect(await urlOf(admin.can('roles.get', 'nowhere'))).toMatch(/adaptive#api$/)
  })

  test('follows the policy in force, and stays in forks of the mock', async () => {
    const mock = createMock({ docs: 'https://docs.example/' })
    const ask = async (one: Pick<typeof mock, 'client'>) =>
      (await one.client({ as: 'admin@acme.test' }).can('organization.get')).ruleUrl
    expect(await ask(mock.fork())).toBe('https://docs.example/adaptive#ad-01')
    mock.use({ ...adaptive, name: 'stricter' })
    expect(await ask(mock)).toBe('https://docs.example/stricter#ad-01')
  })

  test.each([
    ['rules', `${mustBe}.`],
    ['https://docs.example/?page=1', `${mustBe}.`],
    [5, `${mustBe}, not number.`],
  ])('the option refuses %s', (docs, message) => {
    expect(() => Reflect.apply(createMock, undefined, [{ docs }])).toThrow(message)
  })
})
