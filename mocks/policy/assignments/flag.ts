import type {
  Assignment,
  AssignmentChange,
  Draft,
  Lacking,
  Missing,
  RemedyCall,
  AssignmentStage,
  Telling,
} from './assignment.ts'
import type { UserRecord } from '../language/records.ts'
import type { World } from '../world/world.ts'

/** An assignment that is made or not, and holds no role. */
export abstract class Flag implements Assignment {
  abstract readonly key: string
  abstract readonly user: UserRecord | undefined
  abstract readonly stage: AssignmentStage
  abstract readonly callGroup: string | undefined
  readonly team = undefined
  readonly rolePlace = undefined

  abstract isHeld(world: World): boolean

  abstract applyTo(draft: Draft): void

  abstract calls(world: World, changes: readonly AssignmentChange[]): readonly RemedyCall[]

  abstract mayShowProjects(byPermission: boolean): boolean

  abstract requirement(world: World, lacking: Lacking): Missing['requirement']

  abstract requiredText(telling: Telling, lacking: Lacking): string

  abstract haveText(telling: Telling, lacking: Lacking): string

  role(): undefined {
    return undefined
  }

  have(): Missing['have'] {
    return {}
  }
}
