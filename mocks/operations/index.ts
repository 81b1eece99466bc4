import { type OperationId, operations } from '../../src/generated/operations.ts'
import type { Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import { configuration } from './access/configuration.ts'
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
import type { Circumstances, Handlers, ValidCall, Work } from './work.ts'

const handlers: Handlers<OperationId> = {
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

/** Operations that answer everyone, signed in or not: what they answer, given where they were asked. */
export const publicOperations: Partial<
  Record<OperationId, (origin: string | undefined) => unknown>
> = {
  'access.configuration': configuration,
}

/** Carries out a call that nothing refused: it is valid, allowed, and all that it names exists. */
export function carryOut<Id extends OperationId>(
  platform: Platform,
  { operation, call, input }: ValidCall<Id>,
  circumstances: Circumstances,
): Reply | Refused {
  const { store, world, compiled } = platform
  const args = operations[operation].input === undefined ? call.args : call.args.slice(0, -1)
  const work: Work<Id> = {
    ...circumstances,
    platform,
    store,
    world,
    policy: compiled.policy,
    actor: call.actor,
    operation,
    input,
    args: args.map(String),
  }
  return handlers[operation](work)
}
