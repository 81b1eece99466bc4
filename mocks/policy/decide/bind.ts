import { isRecord } from '../../../src/core/base/kind-of.ts'
import { contract } from '../../generated/contract.ts'
import { bindPath, bindResource } from '../call/bind-path.ts'
import type { Call, UnboundCall } from '../call/call.ts'
import { type Resources, unresolved } from '../world/resources.ts'
import { namesOneself } from '../world/oneself.ts'
import { pathParametersOf } from '../world/operations.ts'
import { subjectsIn } from '../world/questions.ts'
import {
  type CallInput,
  isGrantOf,
  rolePlaceOf,
  type Reference,
  referencePlacesOf,
  referencesOf,
} from '../call/references.ts'
import { requiredKeysMissing } from '../call/required-keys.ts'
import { statedIn } from '../call/stated.ts'
import { sees } from '../evaluate/evaluate.ts'
import type { World } from '../world/world.ts'
import type { PolicyContext } from '../world/policy-context.ts'
import type { UserRecord } from '../language/records.ts'

/** Whether the reference names something that exists and that the caller may see. */
const isKnown = (context: PolicyContext, actor: UserRecord, named: Reference): boolean => {
  const { world } = context
  const { policy } = context.judge
  const { type, reference } = named
  if (type === 'permission') return Object.hasOwn(policy.permissions, reference)
  if (type === 'kind') return Object.hasOwn(policy.kinds, reference)
  if (type === 'grant') return isGrantOf(policy, named)
  const resource =
    (type === 'role'
      ? world.role(reference, rolePlaceOf(policy, named))
      : world[type](reference)) ?? (named.former ? world.former(reference) : undefined)
  return resource !== undefined && sees({ ...context, actor, resources: { [type]: resource } })
}

/** The subject of an access evaluation: the first person named who is not the caller, else the caller. */
const subjectOf = (
  world: World,
  { actor, operation }: Pick<UnboundCall, 'actor' | 'operation'>,
  input: CallInput,
): UserRecord | undefined => {
  const other = subjectsIn(operation, input).find((id) => !namesOneself(actor, id))
  return other === undefined ? actor : world.user(other)
}

const artifactKindOf = (resources: Resources, input: CallInput | undefined): string | undefined =>
  resources.artifact?.kind ?? (typeof input?.kind === 'string' ? input.kind : undefined)

/**
 * Looks up all references of a call, whoever makes it. References in its path that name nothing are
 * `missing`. References in its body that name nothing, or something hidden from the caller, are
 * `unresolved`.
 */
export const binder = (
  context: PolicyContext,
  { operation, args }: Omit<UnboundCall, 'actor'>,
): ((actor: UserRecord) => Call) => {
  const { world } = context
  const { resources: inPath, missing: notInPath, run } = bindPath(world, operation, args)
  const last = args[pathParametersOf(operation).length]
  const input = isRecord(last) ? last : undefined
  const references = referencesOf(operation, input)
  return (actor) => {
    const resources = { ...inPath }
    const missing = [...notInPath]
    const unknownReferences: Reference[] = []
    const known: Reference[] = []
    for (const reference of references) {
      const { as, isContainer } = reference
      if (as && isContainer) {
        if (!bindResource(world, resources, as, reference.reference)) {
          missing.push({ name: as, reference: reference.reference })
        } else known.push(reference)
        continue
      }
      const found = isKnown(context, actor, reference)
      if (found) known.push(reference)
      else unknownReferences.push(reference)
      if (as && found) bindResource(world, resources, as, reference.reference)
      else if (as) resources[as] = unresolved
    }
    if (contract[operation].asksAbout !== undefined && input) {
      resources.user = subjectOf(world, { actor, operation }, input) ?? unresolved
    }
    const kind = artifactKindOf(resources, input)
    const call: Call = {
      actor,
      operation,
      args,
      resources,
      input,
      stated: statedIn(world, operation, input, known),
      ...(kind !== undefined && { kind }),
      ...(run !== undefined && { run }),
      missing,
      references,
      unresolved: unknownReferences,
    }
    for (const key of requiredKeysMissing(context.judge.policy, call)) {
      const missed = referencePlacesOf(operation).find(({ at }) => at.length === 1 && at[0] === key)
      if (missed?.as) resources[missed.as] = unresolved
    }
    return call
  }
}

/** Looks up all references of one user's call. */
export const bind = (context: PolicyContext, { actor, ...call }: UnboundCall): Call =>
  binder(context, call)(actor)
