import { expect, test } from 'vitest'
import { email } from '../../support/acme-of.ts'
import { type Team, team } from '../../support/superannotate.ts'

const seeing = ['training:download_metrics', 'training:view']
const training = ['neural_networks:use', 'training:manage', 'training:run', ...seeing].toSorted()

/** The resources to ask about: the team, a project, and an artifact of each kind from before. */
const thingsOf = async ({ artifact }: Team) => ({
  team: { type: 'organization', id: 'current' },
  project: { type: 'project', id: 'street-scenes' },
  dataset: { type: 'artifact', id: await artifact('crossings') },
  run: { type: 'artifact', id: await artifact('segmenter-run-1') },
  orchestrate: { type: 'artifact', id: await artifact('pipelines') },
})

type Held = Readonly<Record<string, readonly string[]>>

/** The permissions of a user on each resource. */
async function heldBy(acme: Team, name: string): Promise<Held> {
  const client = acme.as(name)
  const permissions = new Set((await client.permissions.list()).data.map(({ key }) => key))
  const held: Record<string, readonly string[]> = {}
  for (const [label, resource] of Object.entries(await thingsOf(acme))) {
    const subject = { type: 'user', id: 'me' }
    const { results } = await client.access.searchActions({
      subject,
      resource,
      page: { limit: 200 },
    })
    held[label] = results.flatMap((action) => (permissions.has(action.name) ? [action.name] : []))
  }
  return held
}

/**
 * The permissions gained, resource by resource; those held in the team count for newly visible
 * resources.
 */
const gained = (before: Held, after: Held) =>
  Object.fromEntries(
    Object.entries(after).flatMap(([label, held]) => {
      const known = new Set([...(before.team ?? []), ...(before[label] ?? [])])
      const more = held.filter((permission) => !known.has(permission))
      return more.length === 0 ? [] : [[label, more.toSorted()]]
    }),
  )

/** Without sight of training runs there is nothing to hold a permission on. */
const everywhereElse = (permissions: readonly string[]) => ({
  team: permissions,
  project: permissions,
  dataset: permissions,
  orchestrate: permissions,
})

test.each([
  { box: 'view_token', gives: everywhereElse(['token:view']), leaves: {} },
  {
    box: 'run_training',
    gives: { ...everywhereElse(training), run: training },
    // Of all from before, though only runs are asked about it.
    leaves: { run: seeing, dataset: seeing, orchestrate: seeing },
  },
  { box: 'orchestrate', gives: everywhereElse(['orchestrate:access']), leaves: {} },
  {
    box: 'explore',
    gives: {
      team: ['dataset:explore'],
      project: ['dataset:explore'],
      dataset: ['dataset:explore'],
    },
    leaves: {},
  },
])(
  'SA-06 $box gives an admin its own permissions, and no more remain',
  async ({ box, gives, leaves }) => {
    const acme = team()
    const before = await heldBy(acme, 'plain')
    await acme.owner.users.update(email('plain'), { grants: { [box]: true } })
    expect(gained(before, await heldBy(acme, 'plain'))).toEqual(gives)
    await acme.owner.users.update(email('plain'), { grants: { [box]: null } })
    const after = await heldBy(acme, 'plain')
    expect(gained(before, after)).toEqual(leaves)
    expect(gained(after, before)).toEqual({})
  },
)

test('SA-06 explore gives a Project Admin its own permissions, on the project alone', async () => {
  const acme = team()
  const { members } = acme.owner.projects
  const id = await acme.entry('street-scenes', 'project-admin')
  const before = await heldBy(acme, 'project-admin')
  await members.update('street-scenes', id, { grants: { explore: true } })
  expect(gained(before, await heldBy(acme, 'project-admin'))).toEqual({
    project: ['dataset:explore'],
    dataset: ['dataset:explore'],
  })
  await members.update('street-scenes', id, { grants: { explore: null } })
  expect(await heldBy(acme, 'project-admin')).toEqual(before)
})
