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
    usePolicy({ mock }, policy) {
      const { changes, sections } = mock.use(policy)
      return { json: { changes, sections } }
    },
  }
