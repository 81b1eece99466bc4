import type { LoggedRequest } from '../log/logged-request.ts'

/** An entry of the log as it is sent: with its time, which JSON leaves out otherwise. */
export const timedRequest = (request: LoggedRequest): LoggedRequest => ({
  ...request,
  ms: request.ms,
})
