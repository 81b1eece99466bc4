import { refuse } from '../../message/refusal.ts'
import type { Routes } from '../operation.ts'

const right =
  'The body must be {"user": an id or e-mail address, "signUp"?: true} or {"enforcementPoint": true}.'

/** The people to sign in as. */
export const people: Routes<'signIn' | 'listUsers'> = {
  signIn(controls, { user, signUp, enforcementPoint }) {
    if (enforcementPoint && user === undefined && signUp === undefined) {
      return { json: { token: controls.pointToken() } }
    }
    if (user === undefined || enforcementPoint) return refuse(422, 'validation_failed', right)
    const result = controls.signIn(user, signUp === true)
    return 'token' in result ? { json: result } : result
  },
  listUsers: ({ mock }) => ({ json: { data: mock.users() } }),
}
