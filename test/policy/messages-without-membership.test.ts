import { describe, expect, test } from 'vitest'
import { policies } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization } from '../support/outcome.ts'

type Platform = keyof typeof policies

/** Callers without an active membership, by platform: paused, invited, never invited, or rejected. */
const outside: [Platform, string][] = [
  ['adaptive', 'invited'],
  ['bigml', 'invited'],
  ['bigml', 'declined'],
  ['superannotate', 'paused'],
  ['superannotate', 'declined'],
  ['peltarion', 'invited'],
  ['peltarion', 'withdrawn'],
  ['ica', 'newcomer'],
]

describe('messages for a caller without an active membership', () => {
  test.each(outside)('%s, %s: of users.me, that signing in is enough', async (platform, name) => {
    const client = acmeOf(policies[platform]).as(name)
    const told = { allowed: true, text: 'users.me needs being signed in.' }
    expect(await client.can('users.me')).toMatchObject(told)
    expect(await explainedOf(client, 'users.me')).toMatchObject(told)
    expect(await client.users.me()).toMatchObject({ email: email(name) })
  })

  test.each(outside)(
    '%s, %s: of an unreadable body, that nobody could send it',
    async (platform, name) => {
      const client = acmeOf(policies[platform]).as(name)
      const final =
        'Whoever made it, the request would be refused: kind is missing. name is missing.'
      const ask = async (args: unknown[]) =>
        await client.access.evaluate({
          subject: { type: 'user', id: 'me' },
          action: { name: 'artifacts.create' },
          resource: organization,
          context: { rolecall: { explain: true, args } },
        })
      expect(await ask([{}])).toMatchObject({ context: { alternatives: [], final } })
    },
  )

  test.each<[Platform, string]>([
    ['superannotate', 'declined'],
    ['superannotate', 'uninvited'],
    ['bigml', 'withdrawn'],
  ])('%s, %s: without arguments, that none would help', async (platform, name) => {
    expect(await explainedOf(acmeOf(policies[platform]).as(name), 'projects.create')).toMatchObject(
      { final: 'No arguments would allow it without an active membership.' },
    )
  })

  test.each<[Platform, string]>([
    ['adaptive', 'invited'],
    ['ica', 'newcomer'],
  ])('%s, %s: a conflict that would refuse an active member too', async (platform, name) => {
    const { as } = acmeOf(policies[platform])
    const call = (project?: string) =>
      as(name).can('artifacts.create', { kind: 'nokind', name: 'x', ...(project && { project }) })
    expect(await call()).toMatchObject({
      alternatives: [],
      final: expect.stringMatching(
        /^Once allowed, it would be refused all the same: project is missing: /,
      ),
    })
  })

  test('ica, newcomer: that a membership alone is enough, where it is', async () => {
    const newcomer = acmeOf(policies.ica).as('newcomer')
    expect(await newcomer.can('projects.create', { key: 'new', name: 'New' })).toMatchObject({
      final: 'Only an active membership would allow it.',
    })
  })

  test('the same, whether or not the resource in the body exists', async () => {
    const invited = acmeOf(policies.adaptive).as('invited')
    for (const teams of [
      { support: 'inference' },
      { noteam: 'inference' },
      { noteam: null },
      { research: null },
      { ghost: 'x' },
    ]) {
      expect(await invited.can('users.update', email('reviewer'), { teams })).toMatchObject({
        alternatives: [],
        final: 'It takes an active membership first. What else it takes depends on what is hidden.',
      })
    }
  })
})
