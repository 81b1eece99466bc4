import { parsePolicy } from '../../mock/parse.ts'
import { builtIn } from '../../policies/built-in.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { isPath, readJson } from './read-json.ts'
import { readChoice } from './read-value.ts'

/** Reads a policy, by its name in the package or from a file. Throws if it can't be enforced. */
export const readPolicy = async (option: string, text: string): Promise<Policy> =>
  isPath(text) ? parsePolicy(await readJson(text), text) : readChoice<Policy>(option, text, builtIn)
