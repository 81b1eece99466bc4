import { checkPlain } from '../core/check-names.ts'
import { RolecallError } from '../errors/rolecall-error.ts'
import type { MutationOptions, MutationSettings, Variables } from './options.ts'
import type { Source } from './reading.ts'

/** Every write touches these: it is recorded, and who may do what can be another matter now. */
const always = ['access', 'audit', 'policy']

/** Makes the call, and says that what it touches is out of date. */
export const mutationOptions =
  <Args extends readonly unknown[], T>(
    { key, caller, id }: Source,
    affects: 'all' | readonly string[],
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
    const touched = (affects === 'all' ? [''] : [...affects, ...always]).map((one) => key(one))
    return {
      ...settings,
      mutationKey: key(id),
      mutationFn: (variables) => caller.call<T>(id, argumentsOf(variables)),
      retry: false,
      onSettled: async (...settled) => {
        const { client } = settled[4]
        // In one go: what is within two of them is fetched once.
        await client.invalidateQueries({
          predicate: ({ queryKey }) =>
            touched.some((start) => start.every((word, index) => word === queryKey[index])),
        })
        return settings.onSettled?.(...settled)
      },
    }
  }

/** One argument stands for itself; no argument of a method is an array. */
function argumentsOf<Args extends readonly unknown[]>(variables: Variables<Args>) {
  if (Array.isArray(variables)) return variables
  return variables === undefined ? [] : [variables]
}
