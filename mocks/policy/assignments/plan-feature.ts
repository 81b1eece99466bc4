import { operationsOn } from '../../generated/contract.ts'
import type { AssignmentChange, Draft, Missing, RemedyCall } from './assignment.ts'
import { Flag } from './flag.ts'
import { theOrganization } from './where.ts'
import type { World } from '../world/world.ts'

/** A feature of the organization's plan. */
export class PlanFeature extends Flag {
  readonly key: string
  readonly user = undefined
  readonly feature: string
  readonly stage = 'plan'
  readonly callGroup = undefined

  constructor({ feature }: { feature: string }) {
    super()
    this.feature = feature
    this.key = `feature ${feature}`
  }

  isHeld({ organization }: World): boolean {
    return organization.plan.features.includes(this.feature)
  }

  applyTo(draft: Draft): void {
    draft.organization((now) => ({
      ...now,
      plan: { ...now.plan, features: [...now.plan.features, this.feature] },
    }))
  }

  calls({ organization }: World, changes: readonly AssignmentChange[]): readonly RemedyCall[] {
    const features = [...organization.plan.features, this.feature]
    return [{ operation: operationsOn.organization.updatePlan, args: [{ features }], changes }]
  }

  mayShowProjects(): boolean {
    return true
  }

  requirement(world: World): Missing['requirement'] {
    return { kind: 'feature', feature: this.feature, in: theOrganization.resource(world) }
  }

  requiredText(): string {
    return `The feature “${this.feature}” is needed in the plan.`
  }

  haveText(): string {
    return `The plan does not include “${this.feature}”.`
  }
}
