/** Prints the pages of the rules of all policies, as JSON. */
import { policies } from '../../../mocks/policies/index.ts'
import type { Policy } from '../../../mocks/policy/language/policy.ts'
import { rulePage } from '../../../mocks/rule-pages/index.ts'

const pages = Object.values<Policy>(policies).map((policy) => rulePage(policy, 'acme'))
console.log(JSON.stringify(pages))
