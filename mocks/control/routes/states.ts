import { done, type Routes } from '../operation.ts'

/** The state as a whole. */
export const states: Routes<'getSnapshot' | 'restoreSnapshot' | 'seed'> = {
  getSnapshot: ({ mock }, { secrets = true }) => ({ json: mock.snapshot({ secrets }) }),
  restoreSnapshot({ mock }, snapshot) {
    mock.restore(snapshot)
    return done
  },
  seed({ mock }, scenario) {
    mock.seed(scenario)
    return done
  },
}
