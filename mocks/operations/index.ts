import { type OperationId, operations } from '../../src/generated/operations.ts'
import { requestsOf } from '../generated/validators.js'
import type { Platform } from '../platform/platform.ts'
import type { Refused } from '../message/refusal.ts'
import type { Call } from '../policy/call/call.ts'
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
import type { Handlers, Input, Work } from './work.ts'

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
export function carryOut(
  platform: Platform,
  call: Call,
  around: Pick<Work<OperationId>, 'origin' | 'rehearse' | 'noteAnswer'>,
): Reply | Refused {
  const { store, world, compiled } = platform
  const { actor, operation } = call
  const args = operations[operation].input === undefined ? call.args : call.args.slice(0, -1)
  const input = inputOf(operation, call.input ?? {})
  return run(operation, {
    platform,
    store,
    world,
    policy: compiled.policy,
    actor,
    operation,
    input,
    ...around,
    args: args.map(String),
  })
}

const run = <Id extends OperationId>(operation: Id, work: Work<Id>): Reply | Refused =>
  handlers[operation](work)

/** The body or query, which is of the handler's type if and only if it is valid. */
function inputOf<Id extends OperationId>(operation: Id, input: unknown): Input<Id> {
  if (isValid(operation, input)) return input
  throw new Error(`${operation} was let through with an input that is not valid.`)
}

function isValid<Id extends OperationId>(operation: Id, input: unknown): input is Input<Id> {
  const { body, query } = requestsOf(operation)
  return (body ?? query)?.(input) ?? true
}
