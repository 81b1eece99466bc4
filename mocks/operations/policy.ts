import { refuseFields } from '../message/refusal.ts'
import { json } from '../platform/reply.ts'
import { inSightOf } from '../platform/sight.ts'
import { resourceOf } from '../policy/index.ts'
import { quoted } from '../shared/quoted.ts'
import type { Handlers } from './work.ts'

export const policy: Handlers<'policy.get' | 'policy.matrix'> = {
  'policy.get': (work) => json(() => work.policy),

  'policy.matrix': ({ platform, world, actor, policy: { name }, input }) => {
    const { resourceType = 'organization', resourceId = 'current' } = input
    const found = resourceOf(world, resourceType, resourceId)
    if (found === undefined || !platform.compiled.sees(world, actor, found.resources)) {
      const message = `There is no ${resourceType} ${quoted(resourceId)}.`
      return refuseFields(422, 'unknown_reference', [{ pointer: '/resourceId', message }])
    }
    const resource = { type: resourceType, id: resourceId }
    return json(() => {
      const personas = platform.personas.flatMap(({ user: reference, text }) => {
        const user = world.user(reference)
        return user === undefined ? [] : [{ user, text }]
      })
      // A cell counts only what the caller may see, like every answer about somebody else.
      const cells = personas.flatMap(({ user }) => {
        const { world: seen } = inSightOf(platform, user, actor)
        const about = resourceOf(seen, resourceType, resourceId) ?? found
        return platform.compiled.matrix(seen, [user], about)
      })
      return {
        policy: name,
        personas: personas.map(({ user: { id, email }, text }) => ({ user: id, email, text })),
        actions: [...new Set(cells.map(({ action }) => action))],
        cells: cells.map((cell) => (found.type === 'organization' ? cell : { ...cell, resource })),
      }
    })
  },
}
