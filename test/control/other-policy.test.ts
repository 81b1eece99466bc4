import { createMock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import { places } from './controlled.ts'

/** A snapshot under another policy, after a change. */
async function shared() {
  const mock = createMock({ policy: 'bigml', hardened: true })
  await mock.client({ as: 'admin@acme.test' }).organization.update({ name: 'Shared' })
  return createControl({ mock }).snapshot({ secrets: false })
}

describe.each(Object.entries(places))('a snapshot of another policy, %s', (_, place) => {
  test('is refused unless its policy is to come with it', async () => {
    const { control } = await place()
    const before = await control.snapshot()
    await expect(control.restore(await shared())).rejects.toThrow(
      'The snapshot has policy bigml, and the mock adaptive.',
    )
    expect(await control.snapshot()).toEqual(before)
  })

  test('brings its policy, and is the start from then on', async () => {
    const { control } = await place()
    const snapshot = await shared()
    await control.restore(snapshot, { otherPolicy: true })
    expect(await control.snapshot({ secrets: false })).toEqual(snapshot)
    expect(await control.policy.get()).toEqual(createMock({ policy: 'bigml' }).policy)
    const admin = await control.client({ as: 'admin@acme.test' })
    await admin.organization.update({ name: 'Changed' })
    await control.reset()
    expect((await control.snapshot()).state.organization.name).toBe('Shared')
  })

  test('changes nothing if it does not fit', async () => {
    const { control } = await place()
    const before = await control.snapshot()
    const snapshot = await shared()
    const unknown = { ...snapshot, policy: { ...snapshot.policy, name: 'bigmll' } }
    await expect(control.restore(unknown, { otherPolicy: true })).rejects.toThrow(
      'Did you mean bigml?',
    )
    expect(await control.snapshot()).toEqual(before)
  })

  test('begins a state by name', async () => {
    const { control, of } = await place()
    const snapshot = await shared()
    await control.states.create('shared', { snapshot })
    expect(await of('shared').snapshot({ secrets: false })).toEqual(snapshot)
    expect((await control.policy.get()).name).toBe('adaptive')
  })
})
