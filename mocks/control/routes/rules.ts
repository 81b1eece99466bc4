import { forkOf } from '../../platform/fork.ts'
import { whenLoaded } from '../loaded.ts'
import { done, type Routes } from '../operation.ts'

/** The policy in force, and the faults. */
export const rules: Routes<'getFaults' | 'setFaults' | 'clearFaults' | 'getPolicy' | 'usePolicy'> =
  {
    getFaults: ({ mock }) => ({ json: mock.faults.plan ?? { rules: [] } }),
    setFaults({ mock }, plan) {
      mock.faults.set(plan)
      return { json: mock.faults.plan ?? { rules: [] } }
    },
    clearFaults({ mock }) {
      mock.faults.clear()
      return done
    },
    getPolicy: ({ mock }) => ({ json: mock.policy }),
    usePolicy(controls, policy) {
      const before = forkOf(controls.platform)
      const personas = before.personas.map(({ user }) => user)
      controls.mock.use(policy)
      const after = forkOf(controls.platform)
      return whenLoaded(async () =>
        (await import('../../inspect/index.ts')).comparePolicies(before, after, personas),
      )
    },
  }
