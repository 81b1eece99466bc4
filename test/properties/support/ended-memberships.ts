import fc, { type Arbitrary } from 'fast-check'
import type { UserRecord } from '../../../mocks/policy/index.ts'
import { namesOn } from './names.ts'
import { sendAsAnyone } from './people.ts'
import type { Stage } from './stage.ts'

const ways = ['paused', 'pending', 'removed', 'invited', 'invited to a project'] as const

/** An event that leaves a user without an active membership, or invites them to one. */
export interface Lapse {
  person: string
  how: (typeof ways)[number]
  /** The projects to which they are invited. */
  nth: number
}

/** The manager of the rest stays. */
const manager = 'admin@acme.test'

/** Several lapses, most of them of one person: an invitation counts for somebody who is no member. */
export function lapsesOn(stage: Stage): Arbitrary<readonly Lapse[]> {
  const people = namesOn(stage).users.filter((person) => person !== manager)
  const way = fc.record({ how: fc.constantFrom(...ways), nth: fc.nat({ max: 4 }) })
  return fc
    .tuple(fc.constantFrom(...people), fc.array(way, { minLength: 1, maxLength: 3 }))
    .map(([person, all]) => all.map((one) => ({ person, ...one })))
}

/** The person with the address, a user or not. */
export const personOf = ({ world }: Stage, address: string): UserRecord | undefined =>
  world.user(address) ?? world.former(address)

/** Makes it happen: past the API where the platform has no call for it. */
export function lapse(stage: Stage, { person, how, nth }: Lapse): void {
  const { store, world } = stage
  const user = world.user(person)
  const projects = [...store.tables.projects]
  switch (how) {
    case 'paused':
      if (user) store.tables.users.put({ ...user, paused: true })
      return
    case 'pending':
      if (user) store.tables.users.put({ ...user, status: 'pending' })
      return
    case 'removed':
      sendAsAnyone(stage, { operation: 'users.remove', args: [person] })
      return
    case 'invited':
      sendAsAnyone(stage, { operation: 'invitations.create', args: [{ email: person }] })
      return
    case 'invited to a project': {
      const subject = { type: 'email', id: person }
      const args = [projects[nth % projects.length]?.key ?? '', { subject }]
      sendAsAnyone(stage, { operation: 'projects.members.add', args })
    }
  }
}
