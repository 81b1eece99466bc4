import { done, type Routes } from '../operation.ts'

type Whole = 'listStates' | 'createState' | 'deleteStates' | 'getState' | 'deleteState'

/** The states by name, and one of them as a whole. */
export const states: Routes<Whole | 'getSnapshot' | 'restoreSnapshot' | 'openSnapshot' | 'seed'> = {
  listStates: ({ states }) => ({ json: { data: states.list() } }),
  createState({ states }, state) {
    const made = states.create(state)
    return 'ok' in made ? made : { json: made }
  },
  deleteStates({ states }) {
    states.clear()
    return done
  },
  getState({ states }, _, [name = '']) {
    const found = states.get(name)
    return 'ok' in found ? found : { json: found }
  },
  deleteState: ({ states }, _, [name = '']) => states.delete(name) ?? done,
  getSnapshot: ({ mock }, { secrets = true }) => ({ json: mock.snapshot({ secrets }) }),
  restoreSnapshot({ mock }, snapshot) {
    mock.restore(snapshot)
    return done
  },
  openSnapshot({ mock }, snapshot) {
    mock.restore(snapshot, { otherPolicy: true })
    return done
  },
  seed({ mock }, scenario) {
    mock.seed(scenario)
    return done
  },
}
