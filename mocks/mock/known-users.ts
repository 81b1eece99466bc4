import type { KnownUser } from '../platform/known-user.ts'
import type { Platform } from '../platform/platform.ts'
import { lowerCase } from '../shared/lower-case.ts'

/** The users who can sign in: the scenario's personas first, then the others in order of creation. */
export function knownUsers({ store, personas }: Platform): KnownUser[] {
  const texts = new Map(personas.map(({ user, text }) => [lowerCase(user), text]))
  const users = [...store.tables.users].map(({ id, email, name, status, teams, role }) => {
    const text = texts.get(email)
    return {
      id,
      email,
      name,
      status,
      teams,
      ...(role !== undefined && { role }),
      ...(text !== undefined && { text }),
    }
  })
  const order = [...texts.keys()]
  const isPersona = ({ text }: KnownUser) => text !== undefined
  return [
    ...users.filter(isPersona).toSorted((a, b) => order.indexOf(a.email) - order.indexOf(b.email)),
    ...users.filter((user) => !isPersona(user)),
  ]
}
