import { found } from '../state/store.ts'
import { nothing, resource } from '../platform/reply.ts'
import type { Handlers } from './work.ts'

export const organization: Handlers<
  | 'organization.get'
  | 'organization.update'
  | 'organization.updatePlan'
  | 'organization.transferOwnership'
  | 'organization.delete'
> = {
  'organization.get': ({ store }) => resource('organization', store.organization),

  'organization.update': ({ store, input }) => {
    const { description: current, ...rest } = store.organization
    const { name = rest.name, description = current } = input
    store.organization = {
      ...rest,
      name,
      ...(description !== undefined && description !== null && { description }),
    }
    return resource('organization', store.organization)
  },

  'organization.updatePlan': ({ store, input }) => {
    const { plan } = store.organization
    const { name = plan.name, seats = plan.seats, features = plan.features } = input
    store.organization = {
      ...store.organization,
      plan: { name, ...(seats !== undefined && seats !== null && { seats }), features },
    }
    return resource('organization', store.organization)
  },

  'organization.transferOwnership': ({ store, world, input }) => {
    const { id: owner } = found(world.user(input.to))
    store.organization = { ...store.organization, owner }
    return resource('organization', store.organization)
  },

  'organization.delete': ({ store }) => {
    store.organization = { ...store.organization, deletedAt: store.now }
    return nothing
  },
}
