import type { Answer } from './recording-server.ts'

/** A problem as the platform sends it. */
export function problemAnswer(
  status: number,
  code: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Answer {
  const problem = {
    type: `urn:rolecall:problem:${code}`,
    title: code,
    status,
    detail: `This is ${code}.`,
    instance: 'req_1',
    code,
    ...more,
  }
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'x-request-id': 'req_1', ...headers },
    text: JSON.stringify(problem),
  }
}
