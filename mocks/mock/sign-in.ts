import { isEmailAddress } from '../shared/email-address.ts'
import { refuse, type Refused } from '../message/refusal.ts'
import { addUser, makeKnown, nameFrom } from '../state/people.ts'
import { carryOutEffect } from '../state/effects.ts'
import { enforcementPoint } from '../policy/world/enforcement-point.ts'
import { nobodyCalled } from '../platform/person.ts'
import type { Platform } from '../platform/platform.ts'
import type { Policy } from '../policy/language/policy.ts'
import { sessionToken } from '../state/secrets.ts'
import type { LiveState } from './live-state.ts'
import { lowerCase } from '../shared/lower-case.ts'

/** A token; or a refusal, whose text suggests the users that may be meant. */
export type SignIn = { readonly token: string } | Refused

/**
 * Signs a user in, by id or e-mail address; removed users too. With `signUp`, an unknown e-mail address
 * signs up under the policy's rules for new users. If it has none, the person is known, but not a member.
 */
function signIn(platform: Platform, reference: string, signUp: boolean): SignIn {
  const { store, world } = platform
  const tokenOf = (email: string) => ({ token: sessionToken(store.seed, email) })
  const person = world.user(reference) ?? world.former(reference)
  if (person !== undefined) return tokenOf(person.email)
  const isAddress = isEmailAddress(reference)
  if (signUp && isAddress) return tokenOf(enroll(platform, lowerCase(reference)))
  const right = signUp ? ', and signUp takes an e-mail address, such as reviewer@acme.test' : ''
  const advice = isAddress ? ' To sign up an unknown e-mail address, pass signUp: true.' : ''
  return refuse(404, 'not_found', `${nobodyCalled(platform, reference, right)}${advice}`)
}

const takesSignUps = ({ effects }: Policy): boolean =>
  effects.some(({ on }) => on.includes('sign_up'))

function enroll({ store, world, compiled }: Platform, email: string): string {
  store.transaction(
    () => {
      store.clock.tick()
      if (!takesSignUps(compiled.policy)) return makeKnown(store, email)
      const user = addUser(store, {
        email,
        name: nameFrom(email),
        type: 'human',
        status: 'active',
        teams: {},
        grants: {},
        paused: false,
      })
      for (const effect of compiled.effects(world, { operation: 'sign_up', user }, { user })) {
        carryOutEffect(store, world, effect)
      }
    },
    () => true,
  )
  return email
}

/** The same in a live state, whose history notes a sign-up. */
export const signInTo = (state: LiveState, reference: string, signUp: boolean): SignIn =>
  state.change('signUp', () => signIn(state.platform, reference, signUp), lowerCase(reference))

/** The token of the enforcement point. It depends on the seed alone. */
export const pointToken = ({ store }: Platform): string =>
  sessionToken(store.seed, enforcementPoint.email)
