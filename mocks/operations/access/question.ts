import type { EvaluationRequest } from '../../../src/generated/models.ts'
import type { OperationId } from '../../../src/generated/operations.ts'
import type { Work } from '../work.ts'

/** What every AuthZEN operation works with. */
export type AccessWork = Pick<Work<OperationId>, 'platform' | 'world' | 'actor' | 'rehearse'>

/** Whether someone may do something to something, by the OpenID AuthZEN Authorization API 1.0. */
export type AccessQuestion = Pick<EvaluationRequest, 'subject' | 'action' | 'resource' | 'context'>
