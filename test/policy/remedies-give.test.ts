import { describe, expect, test } from 'vitest'
import { adaptive, bigml, ica, peltarion, superannotate } from '../../mocks/policies/index.ts'
import type { Alternative, Decision } from '../../src/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'

const platforms = {
  adaptive: acmeOf(adaptive),
  superannotate: acmeOf(superannotate),
  peltarion: acmeOf(peltarion),
  ica: acmeOf(ica),
  bigml: acmeOf(bigml),
}

type Given = readonly (readonly [place: string, permissions: number | string])[]

/** The places of the gains, with the number of permissions, or the only one. */
const givenBy = ({ gives }: Alternative): Given =>
  gives.map(({ in: place, permissions }) => [
    place.key ?? place.type,
    permissions.length === 1 ? (permissions[0] ?? '') : permissions.length,
  ])

const callOf = ({ calls }: Alternative): unknown => calls.at(-1)?.args.at(-1)

const seen = ({ alternatives }: Decision) =>
  alternatives.map((one) => [callOf(one), givenBy(one), one.selfService])

const query = { kind: 'query', name: 'mine', project: 'genomes' }
const platformAdmin = { teams: { admin: 'platform_admin' } }
const administrator = { role: 'tenant_administrator' }

describe('what a remedy gives beyond the call', () => {
  test.each([
    [
      'a role in a team',
      'adaptive',
      'lead',
      ['roles.create', { key: 'mine', permissions: [] }],
      [[platformAdmin, [['admin', 4]], false]],
    ],
    [
      'a role in one of several teams: least comes first',
      'adaptive',
      'watcher',
      ['users.list'],
      [
        [{ teams: { support: 'platform_admin' } }, [['support', 3]], false],
        [platformAdmin, [['admin', 4]], false],
      ],
    ],
    [
      'an entry on a project, or a workgroup that has entries on several',
      'ica',
      'courier',
      ['artifacts.create', query],
      [
        [{ roles: { base: 'viewer' } }, [['genomes', 6]], false],
        [{ teams: { statistics: 'workgroup_member' } }, [['genomes', 8]], false],
        [{ teams: { lab: 'workgroup_member' } }, [['genomes', 11]], false],
      ],
    ],
    [
      'a role in the organization that counts on every project is told once, after one on the project',
      'ica',
      'analyst',
      ['projects.update', 'genomes', { name: 'Ours' }],
      [
        [{ roles: { project: 'administrator' } }, [['genomes', 8]], false],
        [administrator, [['organization', 5]], false],
      ],
    ],
    [
      'a grant',
      'superannotate',
      'plain',
      ['artifacts.create', { kind: 'training_run', name: 'mine' }],
      [[{ grants: { run_training: true } }, [['organization', 4]], false]],
    ],
    [
      'nothing, where the role has no other permission',
      'bigml',
      'contractor',
      ['projects.create', { key: 'mine' }],
      [[{ role: 'member' }, [], false]],
    ],
    [
      'an invitation gives its whole role, and its person accepts it',
      'peltarion',
      'invited',
      ['projects.create', { key: 'mine' }],
      [[expect.stringMatching(/^inv_/), [['organization', 6]], true]],
    ],
    [
      'a role after an invitation is counted once, and others give it',
      'bigml',
      'invited-guest',
      ['projects.create', { key: 'mine' }],
      [[{ role: 'member' }, [['organization', 2]], false]],
    ],
  ] as const)('%s (%s)', async (_, platform, name, [operation, ...args], told) => {
    const { mock } = platforms[platform]
    const client = mock.client({ as: email(name) })
    const decision = await client.can<string>(operation, ...args)
    expect(seen(decision)).toEqual(told)
  })
})
