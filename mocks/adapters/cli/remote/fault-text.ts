import type { LoggedFault } from '../../../log/logged-fault.ts'

/** What a plan of faults did to a request: `fault: 300 ms late, 503`. */
export function faultText({ latency, connection, status, stale, effect }: LoggedFault): string {
  const parts = [
    latency === undefined ? '' : `${Math.round(latency)} ms late`,
    status === undefined ? '' : String(status),
    connection === undefined ? '' : `connection: ${connection}`,
    stale ? 'stale etag' : '',
    effect === undefined ? '' : `lost ${effect} its effect`,
  ]
  return `fault: ${parts.filter(Boolean).join(', ')}`
}
