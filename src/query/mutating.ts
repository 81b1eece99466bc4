import { checkPlain } from '../core/base/check.ts'
import { RolecallError } from '../core/base/rolecall-error.ts'
import type { MutationOptions, MutationSettings, Variables } from './options.ts'
import type { Invalidation } from './invalidating.ts'
import type { Source } from './reading.ts'

/** Options that make the call, then invalidate the queries that it may change. */
export const mutationOptions =
  <Args extends readonly unknown[], T>(
    { key, caller, id }: Source,
    invalidate: Invalidation['invalidate'],
  ) =>
  <Context>(
    settings: MutationSettings<Args, T, Context> = {},
  ): MutationOptions<Args, T, Context> => {
    checkPlain(`${id}: the settings of mutationOptions`, settings)
    const fixed = ['mutationFn', 'mutationKey', 'retry', 'retryDelay'].find(
      (name) => name in settings,
    )
    if (fixed) {
      throw new RolecallError(
        `${id}: the settings of mutationOptions can't have '${fixed}': it is set`,
      )
    }
    return {
      ...settings,
      mutationKey: key(id),
      mutationFn: (variables) => caller.call<T>(id, argumentsOf(variables)),
      retry: false,
      onSettled: async (...settled) => {
        await invalidate(settled[4].client, id)
        return settings.onSettled?.(...settled)
      },
    }
  }

/** A single argument stands for itself: no argument of a method is an array. */
function argumentsOf<Args extends readonly unknown[]>(variables: Variables<Args>) {
  if (Array.isArray(variables)) return variables
  return variables === undefined ? [] : [variables]
}
