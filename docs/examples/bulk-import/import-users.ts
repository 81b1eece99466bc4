import { createHash } from 'node:crypto'
import { APIError, type Client } from 'rolecall'

export interface Row {
  email: string
  teams: Record<string, string>
}

export interface Report {
  /** How many rows are done, now or by an earlier run. */
  done: number
  refused: { row: Row; code: string; why: string }[]
}

/** The same row has the same key in every run, so the platform carries it out once. */
const keyOf = (row: Row) => createHash('sha256').update(JSON.stringify(row)).digest('hex')

/** Refused for what it says: this row would be refused again, and others may pass. */
const isRefusal = (error: unknown): error is APIError =>
  error instanceof APIError && [403, 404, 409, 422].includes(error.status)

/** Creates the users. Run it again after a crash: what is done stays done. */
export async function importUsers(client: Client, rows: Row[], concurrency = 8): Promise<Report> {
  const report: Report = { done: 0, refused: [] }
  const waiting = rows.values()
  const stop = new AbortController()

  async function work(): Promise<void> {
    for (const row of waiting) {
      try {
        const { signal } = stop
        await client.users.create(row, { idempotencyKey: keyOf(row), signal })
        report.done += 1
      } catch (error) {
        if (!isRefusal(error)) {
          // The token is gone, or the platform: no other row would pass.
          stop.abort(error)
          throw error
        }
        report.refused.push({ row, code: error.code, why: error.message })
      }
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work))
  return report
}

/** Says which rows would be refused, and changes nothing. */
export async function dryRun(client: Client, rows: Row[]): Promise<Report> {
  const decisions = await client.can.all(rows.map((row) => ['users.create', row]))
  const refused = rows.flatMap((row, index) => {
    const { allowed, code = '', text = '' } = decisions[index] ?? {}
    return allowed ? [] : [{ row, code, why: text }]
  })
  return { done: 0, refused }
}
