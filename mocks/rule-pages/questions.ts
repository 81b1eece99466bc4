import { isOperation } from '../policy/world/operations.ts'
import { operationsOn } from '../generated/contract.ts'
import type { Platform } from '../platform/platform.ts'
import {
  namedTypes,
  type Resource,
  resourceOf,
  resourcesOfType,
} from '../policy/world/resources.ts'
import type { UserRecord } from '../policy/language/records.ts'
import { type Examples, toldOf, whoIs } from './examples.ts'
import type { Example } from './page.ts'
import { referenceTo } from './references.ts'

/** Examples of an action that no call asks: questions whether somebody may do it, about one resource. */
export function questionsAbout(
  platform: Platform,
  people: readonly UserRecord[],
  action: string,
): Examples {
  const { compiled, world } = platform
  const found: { allowed?: Example; denied?: Example } = {}
  for (const resource of resourcesToAsk(platform)) {
    const id = referenceOf(platform, resource)
    if (id === undefined) continue
    const args = [
      {
        subject: { type: 'user', id: 'me' },
        action: { name: action },
        resource: { type: resource.type, id },
      },
    ]
    for (const actor of people) {
      const { resources } = resource
      if (isOperation(action) || !compiled.sees(world, actor, resources)) continue
      const { email: as } = actor
      const example = {
        as,
        who: whoIs(platform, as),
        operation: operationsOn.decision.evaluate,
        args,
      }
      const decision = compiled.explainAction(world, { actor, action, resources })
      if (decision.outcome === 'yes') found.allowed ??= example
      if (decision.outcome === 'no') found.denied ??= { ...example, refused: toldOf(decision) }
    }
    if (found.allowed && found.denied) break
  }
  return found
}

/** The organization, and everything in it that is not a person. */
const resourcesToAsk = ({ world }: Platform): readonly Resource[] => [
  ...[resourceOf(world, 'organization', 'current')].flatMap((one) => one ?? []),
  ...namedTypes
    .filter((type) => type === 'project' || type === 'artifact' || type === 'team')
    .flatMap((type) => resourcesOfType(world, type)),
]

const referenceOf = ({ world }: Platform, resource: Resource): string | undefined =>
  resource.type === 'organization' ? 'current' : referenceTo(world, resource.type, resource)
