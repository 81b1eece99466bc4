import type { Policy } from '../policy/language/policy.ts'
import * as data from './data.ts'
import type { BuiltInPolicy } from './index.ts'

/** The policies that come with the package, by name, each read when it is first asked for. */
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

/** Whether this is one of the package's policies itself, and no copy. */
export function isBuiltInPolicy(policy: object | null): boolean {
  // Of somebody's own object nothing runs here: it has not been looked at yet.
  const name: unknown = policy && Object.getOwnPropertyDescriptor(policy, 'name')?.value
  const byName: Readonly<Record<string, Policy>> = builtIn
  return typeof name === 'string' && Object.hasOwn(byName, name) && byName[name] === policy
}
