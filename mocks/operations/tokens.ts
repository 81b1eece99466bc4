import { refuse } from '../message/refusal.ts'
import type { TokenRecord } from '../policy/language/records.ts'
import { found } from '../state/store.ts'
import { list } from './list.ts'
import { makeToken, revokeToken } from '../state/tokens.ts'
import { type Reply, resource } from '../platform/reply.ts'
import type { Handlers } from './work.ts'

export const tokens: Handlers<'tokens.list' | 'tokens.create' | 'tokens.get' | 'tokens.revoke'> = {
  'tokens.list': (work) =>
    list(work, {
      type: 'token',
      candidates: work.store.tables.tokens.all,
    }),

  'tokens.create': ({ store, actor, input: { name = 'Token' } }) =>
    withValue(makeToken(store, store.birth('token'), { name, creator: actor })),

  'tokens.get': ({ world, args: [token = ''] }) => withValue(found(world.token(token))),

  'tokens.revoke': ({ store, world, args: [reference = ''] }) => {
    const token = found(world.token(reference))
    if (token.revokedAt !== undefined) {
      const about = [{ type: 'token', id: token.id }] as const
      return refuse(409, 'invalid_state', `${token.name} was revoked already.`, { about })
    }
    return resource('token', revokeToken(store, token))
  },
}

/** The token, with its value unless it was revoked. */
const withValue = (token: TokenRecord): Reply =>
  token.revokedAt === undefined && token.value !== undefined
    ? resource('token', token, { value: token.value })
    : resource('token', token)
