import { handOutsOf } from '../../mocks/policy/effects/hand-outs.ts'
import type { Sent } from '../properties/support/send.ts'
import { type Stage, stages } from '../properties/support/stage.ts'
import { email } from './acme-of.ts'

/** The platform of that name in its scenario. */
export function stageOf(name: string): Stage {
  const found = stages.find(({ policy }) => policy.name === name)
  if (!found) throw new Error(`There is no platform ${name}.`)
  return found
}

/** What the admin's call hands out, by place; teams by their keys. */
export const handedOut = (platform: string, call: Sent) => handedOutOn(stageOf(platform), call)

export function handedOutOn({ compiled, policy, world }: Stage, { operation, args }: Sent) {
  const admin = world.user(email('admin'))
  if (!admin) throw new Error(`${policy.name} has no admin.`)
  const call = compiled.bind(world, admin, operation, args)
  return handOutsOf(policy, world, call).map(({ in: place, permissions, resources }) => {
    const { team } = resources
    const where = place === 'team' && typeof team === 'object' ? team.key : place
    return [where, [...permissions]] as const
  })
}
