import { handOutsOf } from '../../mocks/policy/effects/hand-outs.ts'
import type { Sent } from '../properties/support/send.ts'
import { type Stage, stageNamed } from '../properties/support/stage.ts'
import { userIn } from './in-world.ts'

/** What the admin's call hands out, by place; teams by their keys. */
export const handedOut = (platform: string, call: Sent) => handedOutOn(stageNamed(platform), call)

export function handedOutOn({ compiled, policy, world }: Stage, { operation, args }: Sent) {
  const call = compiled.bind(world, userIn(world, 'admin'), operation, args)
  return handOutsOf(policy, world, call).map(({ in: place, permissions, resources }) => {
    const { team } = resources
    const where = place === 'team' && typeof team === 'object' ? team.key : place
    return [where, [...permissions]] as const
  })
}
