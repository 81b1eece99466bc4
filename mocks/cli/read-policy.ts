import { ConfigurationError } from '../configuration-error.ts'
import { policies } from '../policies/index.ts'
import type { Policy } from '../policy/policy.ts'
import { checkPolicy, isPolicy } from '../policy-tools/check-policy.ts'
import { isPath, readJson } from './read-json.ts'
import { readChoice } from './read-value.ts'

/** Reads a policy: the package's by its name, or a file. Throws where it can't be enforced. */
export async function readPolicy(option: string, text: string): Promise<Policy> {
  if (!isPath(text)) return readChoice<Policy>(option, text, policies)
  const policy = await readJson(text)
  const [first, ...rest] = checkPolicy(policy).filter(({ severity }) => severity === 'error')
  if (first === undefined && isPolicy(policy)) return policy
  const { pointer = '', message = '', fix = '' } = first ?? {}
  const more = rest.length === 0 ? '' : ` There is more: rolecall policy check ${text}.`
  throw new ConfigurationError(`${text}: ${pointer || '/'}: ${message} ${fix}${more}`)
}
