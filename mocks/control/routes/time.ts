import { done, type Routes } from '../operation.ts'

/** The way back. */
export const time: Routes<'reset'> = {
  reset({ mock }) {
    mock.reset()
    return done
  },
}
