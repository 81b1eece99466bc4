import { printable } from '../base/printable.ts'
import { safely } from './safely.ts'

/** How much is logged: what is named and what comes before it. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug'

/** What takes the log: `console`, or a logger with its methods, such as pino's child or winston's. */
export type Logger = Record<
  Exclude<LogLevel, 'off'>,
  (message: string, ...details: unknown[]) => unknown
>

/** Logs a line, and answers whether the level lets it through. It never throws. */
export type Log = (
  level: Exclude<LogLevel, 'off'>,
  message: string,
  ...details: unknown[]
) => boolean

export const logLevels = ['off', 'error', 'warn', 'info', 'debug'] as const

/** Passes on what `most` lets through. */
export function createLog(logger: Logger | null | undefined, most: LogLevel): Log {
  return (level, message, ...details) => {
    if (logLevels.indexOf(level) > logLevels.indexOf(most)) return false
    // A broken log breaks no call.
    void safely(() => (logger ?? console)[level](`rolecall: ${printable(message)}`, ...details))
    return true
  }
}
