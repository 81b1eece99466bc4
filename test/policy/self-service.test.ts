import { describe, expect, test } from 'vitest'
import { acme } from '../../mocks/policies/adaptive/acme.ts'
import { adaptive, bigml, ica, peltarion, superannotate } from '../../mocks/policies/index.ts'
import { acmeOf, email } from '../support/acme-of.ts'
import { explainedOf, organization } from '../support/outcome.ts'

const isSelfService = async (asked: ReturnType<typeof explainedOf>) =>
  (await asked).alternatives.map(({ selfService }) => selfService)

describe('a remedy that its reader may run', () => {
  test('is the manager’s who asks about somebody else, and not that person’s', async () => {
    const { as } = acmeOf(adaptive)
    const asked = ['admin:manage_roles', organization] as const
    expect(await isSelfService(explainedOf(as('lead'), ...asked))).toEqual([false])
    expect(await isSelfService(explainedOf(as('admin'), ...asked, email('lead')))).toEqual([true])
  })

  test('is also that of a fourth helper, whom the call does not name', async () => {
    const fourth = { email: email('fourth'), teams: { admin: 'platform_admin' } }
    const { as } = acmeOf(adaptive, { scenario: { ...acme, users: [...acme.users, fourth] } })
    const asked = ['admin:manage_roles', organization, email('watcher')] as const
    const { alternatives } = await explainedOf(as('fourth'), ...asked)
    expect(alternatives).toMatchObject([{ selfService: true, calls: [{ by: { length: 3 } }] }])
    expect(JSON.stringify(alternatives)).not.toContain(`"${email('fourth')}"`)
  })

  test.each([
    ['their own invitation', peltarion, 'invited', [true]],
    ['their own invitation, and then a role', bigml, 'invited-guest', [true, false]],
    ['a membership that others resume', superannotate, 'paused', [false, false]],
  ] as const)('%s', async (_, policy, name, areOpen) => {
    const { as } = acmeOf(policy)
    const { alternatives } = await as(name).can('projects.create', { key: 'mine' })
    const [remedy] = alternatives
    expect(remedy?.calls.map(({ selfService }) => selfService)).toEqual(areOpen)
    expect(alternatives.map(({ selfService }) => selfService)).toEqual([areOpen.every(Boolean)])
  })

  test('is accepting an entry for one’s address', async () => {
    const { as, entry } = acmeOf(ica)
    await as('owner').projects.members.add('genomes', {
      subject: { type: 'email', id: email('scientist') },
      roles: { bench: 'contributor' },
    })
    const about = { type: 'project', id: 'genomes' } as const
    const { alternatives } = await explainedOf(as('scientist'), 'bench:run_workspace', about)
    const id = await entry('genomes', 'scientist')
    expect(alternatives.map(({ calls, selfService }) => [calls[0]?.args, selfService])).toEqual([
      [['genomes', id], true],
      [expect.anything(), false],
    ])
  })

  test('is hidden with its calls', async () => {
    const { as } = acmeOf(peltarion, { explain: 'missing' })
    const { alternatives } = await as('invited').can('projects.create', { key: 'mine' })
    expect(alternatives).toMatchObject([{ calls: [], selfService: false, gives: [] }])
  })
})
