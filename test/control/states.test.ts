import { ConflictError, NotFoundError, UnprocessableEntityError } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { places } from './controlled.ts'

/** The keys of the teams in a state. */
async function teamsOf(control: ReturnType<typeof createControl>): Promise<string[]> {
  const admin = await control.client({ as: 'admin@acme.test' })
  return (await admin.teams.list()).data.map(({ key }) => key)
}

describe.each(Object.entries(places))('named states, %s', (_, place) => {
  test('are listed, the one that was used last first', async () => {
    const { control, of } = await place()
    expect(await control.states.list()).toEqual([])
    await of('one').users()
    await teamsOf(of('two'))
    await of('one').clock.get()
    expect(await control.states.list()).toEqual([
      expect.objectContaining({ name: 'one', requests: 0 }),
      expect.objectContaining({ name: 'two', requests: 1 }),
    ])
  })

  test('are the same, whichever of them a request names, and not made by asking', async () => {
    const { control, of } = await place()
    await of('one').users()
    const listed = await of('one').states.list()
    expect(listed).toEqual(await control.states.list())
    await of('two').states.list()
    expect(await of('two').states.get('one')).toEqual(listed[0])
    expect(await control.states.list()).toEqual(listed)
  })

  test('are created as the mock started', async () => {
    const { control, of } = await place()
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.teams.create({ key: 'qa' })
    const created = await control.states.create('trial')
    expect(created).toMatchObject({ name: 'trial', requests: 0 })
    expect(await control.states.get('trial')).toEqual(created)
    expect(await teamsOf(of('trial'))).not.toContain('qa')
  })

  test('are created as a copy of the main state, or of another', async () => {
    const { control, of } = await place()
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.teams.create({ key: 'qa' })
    await control.states.create('copy', { from: '.' })
    await (await of('copy').client({ as: 'admin@acme.test' })).teams.create({ key: 'ux' })
    await of('copy').states.create('copy-of-copy', { from: 'copy' })
    await (await of('copy').client({ as: 'admin@acme.test' })).teams.create({ key: 'later' })
    expect(await teamsOf(control)).not.toContain('ux')
    const keys = await teamsOf(of('copy-of-copy'))
    expect(keys).toEqual(expect.arrayContaining(['qa', 'ux']))
    expect(keys).not.toContain('later')
  })

  test('are created from a snapshot, whole or not at all', async () => {
    const { control, of } = await place()
    const before = await control.snapshot()
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.teams.create({ key: 'qa' })
    const snapshot = await control.snapshot()
    await control.states.create('shared', { snapshot })
    expect(await teamsOf(of('shared'))).toContain('qa')
    const wrong = JSON.parse(JSON.stringify({ ...before, format: 'rolecall/9' }))
    await expect(control.states.create('wrong', { snapshot: wrong })).rejects.toThrow('rolecall/9')
    expect((await control.states.list()).map(({ name }) => name)).toEqual(['shared'])
  })

  test('are deleted by name, or all', async () => {
    const { control, of } = await place()
    for (const name of ['one', 'two', 'three']) {
      const admin = await of(name).client({ as: 'admin@acme.test' })
      await admin.teams.create({ key: 'qa' })
    }
    await control.states.delete('one')
    expect(await teamsOf(of('one'))).not.toContain('qa')
    await of('two').states.clear()
    expect(await control.states.list()).toEqual([])
  })

  test('are refused for a wrong name, a taken one, and an unknown one', async () => {
    const { control } = await place()
    const { states } = control
    await states.create('checkout-test')
    const refusals = [
      [
        () => states.create('checkout-test'),
        ConflictError,
        'There is a state checkout-test already',
      ],
      [() => states.get('checkout-tset'), NotFoundError, 'Did you mean checkout-test?'],
      [() => states.delete('none'), NotFoundError, 'there is none called none'],
      [
        () => states.create('a', { from: 'b' }),
        UnprocessableEntityError,
        'from must be the name of a',
      ],
      [() => states.create('not/a name'), Error, 'name must be 1 to 100 letters'],
      [
        () => states.get('not/a name'),
        Error,
        'The name in the path must be 1 to 100 letters, digits, "-", "_", "." or "~", and not begin with "."; it is "not/a name"',
      ],
    ] as const
    for (const [refusal, kind, text] of refusals) {
      const error = await refusal().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(kind)
      expect(error).toHaveProperty('message', expect.stringContaining(text))
    }
    const snapshot = await control.snapshot()
    await expect(states.create('both', { from: '.', snapshot })).rejects.toThrow('not both')
    const typo = JSON.parse('{ "form": "." }')
    await expect(states.create('typo', typo)).rejects.toThrow('Did you mean from?')
  })
})

test('named states have the times of the machine, which their bytes do not', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2030-05-01T10:00:00Z') })
  onTestFinished(() => void vi.useRealTimers())
  const mock = createMock()
  const control = createControl({ mock })
  await createControl({ mock, session: 'one' }).users()
  vi.setSystemTime(Date.parse('2030-05-01T11:00:00Z'))
  await createControl({ mock, session: 'one' }).users()
  const times = { createdAt: '2030-05-01T10:00:00.000Z', lastUsedAt: '2030-05-01T11:00:00.000Z' }
  expect(await control.states.list()).toEqual([{ name: 'one', requests: 0, ...times }])
  expect(await createControl({ mock, session: 'one' }).snapshot()).toEqual(await control.snapshot())
})

test('at most 100 are kept: the one that was unused the longest goes, and the log says so', async () => {
  const mock = createMock()
  const control = createControl({ mock })
  for (let count = 1; count <= 100; count += 1) await control.states.create(`state-${count}`)
  await createControl({ mock, session: 'state-1' }).users()
  const last = createControl({ mock, session: 'one-more' })
  await teamsOf(last)
  await teamsOf(last)
  const names = (await control.states.list()).map(({ name }) => name)
  expect(names).toHaveLength(100)
  expect(names.slice(0, 2)).toEqual(['one-more', 'state-1'])
  expect(names).not.toContain('state-2')
  const [first, second] = await last.requests()
  expect(first?.note).toContain('State state-2 was dropped')
  expect(second?.note).toBeUndefined()
})
