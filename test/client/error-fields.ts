import { APIError, type RolecallError } from '../../src/index.ts'

/** Everything that an error and its copy made from data should share. */
export const lookOf = (error: RolecallError) => ({
  name: error.name,
  message: error.message,
  attempts: error.attempts,
  ...(error instanceof APIError && {
    status: error.status,
    code: error.code,
    problem: error.problem,
    requestId: error.requestId,
    retryAfter: error.retryAfter,
  }),
})

/** An error as its JSON. */
export const notFound = { name: 'NotFoundError', message: 'x', status: 404, code: 'not_found' }
