import { done, type Routes } from '../operation.ts'

/** The faults. */
export const rules: Routes<'getFaults' | 'setFaults' | 'clearFaults'> = {
  getFaults: ({ mock }) => ({ json: mock.faults.plan ?? { rules: [] } }),
  setFaults({ mock }, plan) {
    mock.faults.set(plan)
    return { json: mock.faults.plan ?? { rules: [] } }
  },
  clearFaults({ mock }) {
    mock.faults.clear()
    return done
  },
}
