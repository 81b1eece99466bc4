import type { Logger } from '../../src/index.ts'

/** A logger that records its lines and their details. */
export interface KeptLog {
  logger: Logger
  /** `level: message`, in order. */
  lines: string[]
  details: unknown[]
}

export function keepLog(): KeptLog {
  const lines: string[] = []
  const details: unknown[] = []
  const keep =
    (level: string) =>
    (message: string, ...more: unknown[]) => {
      lines.push(`${level}: ${message}`)
      details.push(...more)
    }
  const logger = {
    error: keep('error'),
    warn: keep('warn'),
    info: keep('info'),
    debug: keep('debug'),
  }
  return { logger, lines, details }
}
