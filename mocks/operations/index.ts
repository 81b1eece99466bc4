import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import { configuration } from './access/configuration.ts'
import type { Asked } from './access/asked.ts'
import { access } from './access/index.ts'
import { artifacts } from './artifacts.ts'
import { audit } from './audit.ts'
import { invitations } from './invitations.ts'
import { members } from './members.ts'
import { organization } from './organization.ts'
import { permissions } from './permissions.ts'
import { policy } from './policy.ts'
import { projects } from './projects.ts'
import type { Reply } from '../platform/reply.ts'
import { roles } from './roles.ts'
import { teams } from './teams.ts'
import { tokens } from './tokens.ts'
import { users } from './users.ts'
import type { Handlers, ValidCall } from './work.ts'

/** Operations that need no token: each answers the same to everyone, given the origin of the request. */
const publicOperations = {
  'access.configuration': configuration,
}

type PublicOperation = keyof typeof publicOperations

const handlersOfMembers: Handlers<Exclude<OperationId, PublicOperation>> = {
  ...organization,
  ...permissions,
  ...roles,
  ...teams,
  ...users,
  ...invitations,
  ...projects,
  ...members,
  ...artifacts,
  ...tokens,
  ...audit,
  ...policy,
  ...access,
}

const handlers: Partial<Handlers<OperationId>> = handlersOfMembers

const isPublic = (operation: string): operation is PublicOperation =>
  Object.hasOwn(publicOperations, operation)

/** The answer of an operation that needs no token; undefined for any other. */
export const publicAnswer = (operation: OperationId, origin: string | undefined): unknown =>
  isPublic(operation) ? publicOperations[operation](origin) : undefined

/** Carries out a call that is valid, allowed, and about resources that exist. */
export function carryOut<Id extends OperationId>(
  platform: Platform,
  { operation, call, input }: ValidCall<Id>,
): Reply | Asked | Refused {
  const { store, world, compiled } = platform
  const handler = handlers[operation]
  if (handler === undefined) throw new Error(`${operation} needs no token, so no member calls it.`)
  const args = operations[operation].input === undefined ? call.args : call.args.slice(0, -1)
  return handler({
    platform,
    store,
    world,
    policy: compiled.policy,
    actor: call.actor,
    operation,
    input,
    args: args.map(String),
  })
}
