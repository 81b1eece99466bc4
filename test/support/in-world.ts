import type { ProjectRecord, UserRecord } from '../../mocks/policy/language/records.ts'
import type { World } from '../../mocks/policy/world/world.ts'
import { email } from './acme-of.ts'

/** A resource that must exist. */
export function found<T>(resource: T | undefined, name = 'it'): T {
  if (resource === undefined) throw new Error(`The scenario lacks ${name}.`)
  return resource
}

/** The user with that first part of their e-mail address. */
export const userIn = (world: World, name: string): UserRecord =>
  found(world.user(email(name)), name)

/** The project of that key. */
export const projectIn = (world: World, key: string): ProjectRecord =>
  found(world.project(key), key)
