import type { Decision } from '../../../src/generated/models.ts'
import { cite } from '../../policy/index.ts'
import type { Asker } from './asker.ts'

/** The denial of a question about what was not found. */
export const denied = ({ platform }: Asker, action: string, text: string): Decision => ({
  allowed: false,
  outcome: 'no',
  policy: platform.compiled.policy.name,
  action,
  ...cite(platform.compiled.policy, 'API'),
  status: 404,
  code: 'not_found',
  text,
  alternatives: [],
  final: text,
})

/** The decision on an operation that needs no token. */
export const openToAll = ({ platform }: Asker, action: string): Decision => ({
  allowed: true,
  outcome: 'yes',
  policy: platform.compiled.policy.name,
  action,
  ...cite(platform.compiled.policy, 'API'),
  text: `${action} is open to everyone.`,
  alternatives: [],
})
