import type { Policy } from '../policy/language/policy.ts'
import * as data from './data.ts'
import type { BuiltInPolicy } from './index.ts'

/** The policies that come with the package, by name. Each is parsed when it is first read. */
export const builtIn: Readonly<Record<BuiltInPolicy, Policy>> = {
  get adaptive() {
    return data.adaptive()
  },
  get bigml() {
    return data.bigml()
  },
  get superannotate() {
    return data.superannotate()
  },
  get peltarion() {
    return data.peltarion()
  },
  get ica() {
    return data.ica()
  },
}

/** Whether the value is one of the package's policies itself, not a copy. */
export function isBuiltInPolicy(policy: object | null): boolean {
  // Runs no getter of a user's object, which has not been checked yet.
  const name: unknown = policy && Object.getOwnPropertyDescriptor(policy, 'name')?.value
  const byName: Readonly<Record<string, Policy>> = builtIn
  return typeof name === 'string' && Object.hasOwn(byName, name) && byName[name] === policy
}
