import { done, type Routes } from '../operation.ts'

/** The way back. */
export const time: Routes<'reset'> = {
  reset(controls) {
    controls.reset()
    return done
  },
}
