import { addHolder, type Holder, holdersFor } from '../../inspect/holders.ts'
import { refuse, type Refused } from '../../message/refusal.ts'
import { forkOf } from '../../platform/fork.ts'
import { personNamed } from '../../platform/person.ts'
import type { Platform } from '../../platform/platform.ts'
import type { UserRecord } from '../../policy/language/records.ts'
import { suggestion } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import { whenLoaded } from '../loaded.ts'
import { namedResource } from '../named-resource.ts'
import type { Routes } from '../operation.ts'
import { requestedCall } from '../requested-call.ts'

const inspect = () => import('../../inspect/index.ts')

/** Questions about the state, which change nothing. Each is answered on a copy of the state of that moment. */
export const questions: Routes<'rehearse' | 'getMatrix' | 'explain' | 'getAccess' | 'getAbout'> = {
  rehearse({ platform }, body) {
    const call = requestedCall(platform, body)
    if ('ok' in call) return call
    const fork = forkOf(platform)
    return whenLoaded(async () => (await inspect()).rehearsalOf(fork, call))
  },
  getMatrix({ platform }, { resourceType: type, resourceId: id, users, by }) {
    if ((type === undefined) !== (id === undefined)) return half
    if (by === 'roles' && users !== undefined) return onlyPeople
    const resource = namedResource(platform, type && id ? { type, id } : undefined)
    if ('ok' in resource) return resource
    const people = by === 'roles' ? [] : peopleNamed(platform, users?.split(','))
    if ('ok' in people) return people
    const fork = forkOf(platform)
    return whenLoaded(async () =>
      (await inspect()).rightsMatrix(fork, resource, by === 'roles' ? by : { people }),
    )
  },
  getAccess({ platform }, { user, project: key }) {
    const person = user === undefined ? missingUser : personNamed(platform, user)
    if ('ok' in person) return person
    const found =
      key === undefined ? undefined : namedResource(platform, { type: 'project', id: key })
    if (found !== undefined && 'ok' in found) return found
    const project = found?.resources.project
    const fork = forkOf(platform)
    return whenLoaded(async () =>
      (await inspect()).accessOf(fork, person, typeof project === 'object' ? project : undefined),
    )
  },
  getAbout: ({ platform, states, mock, about }) => {
    const { policy, hardened } = platform.compiled
    const { now, pace } = mock.clock
    return {
      json: {
        policy: { name: policy.name, title: policy.title, hardened },
        ...about,
        seed: platform.store.seed,
        explain: platform.explanations,
        clock: { now, pace },
        states: states.list().map(({ name }) => name),
        users: platform.store.tables.users.all.size,
        faults: (mock.faults.plan?.rules.length ?? 0) > 0,
      },
    }
  },
  explain({ platform }, { as, holder, action, resource, args }) {
    if ((as === undefined) === (holder === undefined)) return oneOfThem
    const about = namedResource(platform, resource)
    if ('ok' in about) return about
    const question = { action, resource: { type: about.type, id: about.id }, ...(args && { args }) }
    const fork = forkOf(platform)
    if (as !== undefined) {
      const person = personNamed(fork, as)
      if ('ok' in person) return person
      return whenLoaded(async () => (await inspect()).explained(fork, person, question))
    }
    const holders = holdersFor(fork, about)
    const found = holders.find(({ id }) => id === holder)
    if (found === undefined) return unknownHolder(String(holder), holders)
    addHolder(fork, found)
    return whenLoaded(async () => (await inspect()).explained(fork, found.user, question))
  },
}

const half = refuse(
  422,
  'validation_failed',
  'resourceType and resourceId go together: give both, or none for the organization.',
)

const missingUser = refuse(422, 'validation_failed', 'user is missing: an id or e-mail address.')

const onlyPeople = refuse(
  422,
  'validation_failed',
  'users has no effect on a matrix by roles. Leave it out.',
)

const unknownHolder = (id: string, holders: readonly Holder[]): Refused => {
  const near = suggestion(
    id,
    holders.map((one) => one.id),
    'It is the id of a row of the matrix by roles, for the same resource.',
  )
  return refuse(422, 'unknown_reference', `There is no holder ${quoted(id)}. ${near}`)
}

/** The most people in one matrix. */
const most = 200

const oneOfThem = refuse(422, 'validation_failed', 'The body must have as or holder, and not both.')

/** The users with these ids or e-mail addresses; the scenario's personas without any. */
function peopleNamed(
  platform: Platform,
  references: readonly string[] | undefined,
): readonly UserRecord[] | Refused {
  if (references === undefined) {
    return platform.personas.flatMap(({ user }) => platform.world.user(user) ?? [])
  }
  if (references.length > most) {
    return refuse(422, 'validation_failed', `users must name at most ${most} people.`)
  }
  const people: UserRecord[] = []
  for (const reference of references) {
    const person = personNamed(platform, reference.trim())
    if ('ok' in person) return person
    people.push(person)
  }
  return people
}
