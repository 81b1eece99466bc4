/**
 * Law: a grant ends with the membership: a returning user starts with their new role and nothing else.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, shared, timeout } from './runs.ts'
import { callsOn } from './support/calls.ts'
import { gainsOn, give } from './support/further-rights.ts'
import { namesOn } from './support/names.ts'
import { sendAsAnyone } from './support/people.ts'
import { type Sent, succeeded } from './support/send.ts'
import { type Stage, stages } from './support/stage.ts'
import { become, worldsOn } from './support/worlds.ts'

/** A user's own roles and grants, those in teams, and those on projects. */
function heldBy({ store, world }: Stage, email: string) {
  const user = world.user(email)
  const subjects = user ? [user.id, email] : [email]
  return {
    grants: user?.grants ?? {},
    revoked: user?.revoked ?? {},
    teams: user?.teams ?? {},
    paused: user?.paused ?? false,
    entries: [...store.tables.members].filter(({ subject }) => subjects.includes(subject.id))
      .length,
    tokens: [...store.tables.tokens].filter(
      ({ creator, revokedAt }) => creator === user?.id && revokedAt === undefined,
    ).length,
  }
}

const nothingHeld = { grants: {}, revoked: {}, teams: {}, paused: false, entries: 0, tokens: 0 }

/** Brings a former member back by any way that the platform has. */
function comeBack(stage: Stage, email: string, role: string): boolean {
  const { compiled, store, world } = stage
  if (compiled.offers('users.create')) {
    return sendAsAnyone(stage, { operation: 'users.create', args: [{ email, teams: {} }] })
  }
  if (compiled.offers('invitations.create')) {
    const invited = sendAsAnyone(stage, {
      operation: 'invitations.create',
      args: [{ email, role }],
    })
    const invitation = [...world.invitationsOf(email)].at(-1)
    return (
      invited &&
      succeeded(stage.send(email, { operation: 'invitations.accept', args: [invitation?.id] }))
    )
  }
  // Where the organization sends no invitations, accepting an entry makes a member again.
  const [project] = store.tables.projects
  const subject = { type: 'email', id: email }
  const add: Sent = { operation: 'projects.members.add', args: [project?.key, { subject }] }
  if (!project || !sendAsAnyone(stage, add)) return false
  const entry = [...world.entriesOf(email)].at(-1)
  const path = [project.key, entry?.id]
  const accepted = stage.send(email, { operation: 'projects.members.accept', args: path })
  const removed = sendAsAnyone(stage, { operation: 'projects.members.remove', args: path })
  return succeeded(accepted) && removed
}

describe.each(stages)('on $policy.name', (stage) => {
  const { by } = callsOn(stage)
  const roles = namesOn(stage).roles.organization ?? []
  const role = fc.constantFrom(...(roles.length > 0 ? roles : ['none']))
  const gains = fc.array(gainsOn(stage), { minLength: 1, maxLength: 3 })
  let returns = 0

  test(
    'no former right returns',
    () => {
      fc.assert(
        fc.property(worldsOn(stage), by, gains, role, (world, person, given, next) => {
          stage.trial(() => {
            become(stage, world)
            if (!stage.world.user(person)) return
            for (const gain of given) give(stage, person, gain)
            if (!sendAsAnyone(stage, { operation: 'users.remove', args: [person] })) return
            expect(heldBy(stage, person)).toEqual(nothingHeld)
            if (!comeBack(stage, person, next)) return
            returns += 1
            expect(heldBy(stage, person)).toEqual(nothingHeld)
          })
        }),
        runs({ cases: shared }),
      )
      expect(returns).toBeGreaterThan(0)
    },
    timeout,
  )
})

const withGrants = stages.filter(({ policy }) => Object.keys(policy.grants).length > 0)

describe.each(withGrants)('a box on $policy.name', (stage) => {
  const { by } = callsOn(stage)
  const boxes = fc.subarray(['view_token', 'run_training', 'orchestrate', 'explore'])

  test(
    'ends with the role, and with the role on the project, for which it was ticked',
    () => {
      fc.assert(
        fc.property(worldsOn(stage), by, boxes, (world, person, ticked) => {
          stage.trial(() => {
            become(stage, world)
            const owner = 'admin@acme.test'
            const update = (body: object): boolean =>
              succeeded(stage.send(owner, { operation: 'users.update', args: [person, body] }))
            if (!update({ role: 'admin' })) return
            const grants = Object.fromEntries(ticked.map((box) => [box, true]))
            expect(update({ grants })).toBe(true)
            expect(update({ role: 'contributor' })).toBe(true)
            expect(heldBy(stage, person).grants).toEqual({})
            const [project] = stage.store.tables.projects
            const subject = { type: 'user', id: person }
            const entry = {
              subject,
              roles: { project: 'project_admin' },
              grants: { explore: true },
            }
            const added = stage.send(owner, {
              operation: 'projects.members.add',
              args: [project?.key, entry],
            })
            const id = [...stage.world.entriesOf(stage.world.user(person)?.id ?? '')].find(
              (one) => one.project === project?.key,
            )?.id
            if (succeeded(added)) {
              const body = { roles: { project: 'project_contributor' } }
              const args = [project?.key, id, body]
              stage.send(owner, { operation: 'projects.members.update', args })
              expect(stage.world.member(id ?? '')?.grants ?? {}).toEqual({})
            }
            // Nor does a tick for a Project Admin survive becoming a Team Admin.
            expect(update({ role: 'admin' })).toBe(true)
            expect(heldBy(stage, person)).toMatchObject({ grants: {}, revoked: {}, entries: 0 })
          })
        }),
        runs({ cases: shared }),
      )
    },
    timeout,
  )
})
