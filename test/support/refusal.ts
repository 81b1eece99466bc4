import { APIError, type Decision, PermissionDeniedError } from '../../src/index.ts'

/** The reason for which a promise rejects; fails if it resolves. */
export async function rejection(call: PromiseLike<unknown>): Promise<unknown> {
  return await call.then(
    (value) => {
      throw new Error(`The call should fail. It answered ${JSON.stringify(value)}.`)
    },
    (reason: unknown) => reason,
  )
}

/** The error with which the call is refused. */
export async function refusal(call: PromiseLike<unknown>): Promise<APIError> {
  const error = await rejection(call)
  if (error instanceof APIError) return error
  throw error
}

/** The decision with which the call is denied. */
export async function denial(call: PromiseLike<unknown>): Promise<Decision> {
  const error = await refusal(call)
  const decision = error instanceof PermissionDeniedError ? error.decision : undefined
  if (!decision) throw new Error(`${error.name} has no decision: ${error.message}`)
  return decision
}
