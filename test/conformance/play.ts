import { createMock, type Mock } from '../../mocks/index.ts'
import type { Policy, World } from '../../mocks/policy/index.ts'
import type { Scenario } from '../../mocks/policies/scenario.ts'
import { worldIn } from './world.ts'

/** A scenario in which cells are asked. */
export interface Play {
  /** The platform in its first state, without the effect of earlier calls. */
  fresh(): Mock
  /** The scenario's own world, with the platform's ids. It is only read. */
  world(): World
}

const plays = new Map<string, Play>()

/** The play of a scenario: the same for equal ones, because a reset is cheaper than a new platform. */
export function playOf(policy: Policy, scenario: Scenario): Play {
  const key = `${policy.name} ${JSON.stringify(scenario)}`
  const known = plays.get(key) ?? play(policy, scenario)
  plays.set(key, known)
  return known
}

function play(policy: Policy, scenario: Scenario): Play {
  let made: { readonly mock: Mock; readonly start: string } | undefined
  let world: World | undefined
  return {
    fresh() {
      if (made === undefined) {
        const mock = createMock({ policy, scenario })
        made = { mock, start: mock.state }
      }
      const { mock, start } = made
      if (mock.state !== start) mock.reset()
      return mock
    },
    world: () => (world ??= worldIn(policy, scenario)),
  }
}
