import { NotFoundError } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { createControl } from 'rolecall/mocks/control'
import { describe, expect, test } from 'vitest'
import { places } from './controlled.ts'

describe.each(Object.entries(places))('a control client, %s', (_, place) => {
  test('says what mock it controls', async () => {
    const { mock, control } = await place()
    await control.states.create('trial')
    const about = await control.about()
    expect(about).toMatchObject({
      policy: { name: 'adaptive', hardened: false },
      scenario: 'acme',
      warnings: mock.warnings,
      clock: { now: mock.clock.now, pace: 'change' },
      states: ['trial'],
      users: mock.users().length,
      faults: false,
    })
    await control.faults.set({ rules: [{ on: 'users.*', latency: 1 }] })
    expect((await control.about()).faults).toBe(true)
  })

  test('knows no access of a person whom it does not know', async () => {
    const { control } = await place()
    const asked = control.access({ user: 'leed@acme.test' })
    await expect(asked).rejects.toBeInstanceOf(NotFoundError)
  })

  test('says through which share a person has a permission', async () => {
    const { control } = await place()
    for (const { email, teams } of await control.users()) {
      const access = await control.access({ user: email })
      expect(access.teams.map(({ key }) => key)).toEqual(Object.keys(teams))
      for (const { ways } of access.projects) {
        expect(ways.every(({ through, entry }) => through === 'team_entry' && entry)).toBe(true)
      }
    }
  })
})

describe.each(['adaptive', 'superannotate', 'peltarion', 'ica', 'bigml'] as const)(
  'on %s',
  (policy) => {
    test('whoever has a way into a project sees it, and each permission has a way', async () => {
      const mock: Mock = createMock({ policy })
      const control = createControl({ mock })
      for (const { email, status } of await control.users()) {
        if (status === 'pending') continue
        const { projects } = await control.access({ user: email })
        for (const { key, sees, permissions, ways } of projects) {
          expect([email, key, sees]).toEqual([email, key, true])
          const given = new Set(ways.flatMap((way) => way.permissions))
          expect(new Set(permissions)).toEqual(given)
          expect(await control.access({ user: email, project: key })).toMatchObject({
            projects: [{ key, permissions }],
          })
        }
      }
    })
  },
)
