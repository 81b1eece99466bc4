import { appendFileSync } from 'node:fs'

/** A violation of the document, as Prism reports it. */
export interface Violation {
  /** `request` or `response`, then the way to the value. */
  readonly location: readonly string[]
  readonly severity: string
  readonly message: string
}

/** A call that went through Prism. */
export interface Noted {
  readonly call: string
  readonly status: number
  readonly violations: readonly Violation[]
}

/** Notes a call for the judge, who reads them when the tests are over. */
export function note(call: string, response: Response): void {
  const { ROLECALL_PRISM_NOTES: file } = process.env
  if (file === undefined) throw new Error('ROLECALL_PRISM_NOTES must name a file.')
  const header = response.headers.get('sl-violations')
  const violations: Violation[] = header === null ? [] : JSON.parse(header)
  appendFileSync(file, `${JSON.stringify({ call, status: response.status, violations })}\n`)
}
