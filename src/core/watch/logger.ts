import { printable } from '../base/printable.ts'
import { safely } from './safely.ts'

/** How much is logged: messages of the level, and of those before it. */
export type LogLevel = 'off' | 'error' | 'warn' | 'info' | 'debug'

/** Receives the log: `console`, or a logger with the same methods, such as one of pino or winston. */
export type Logger = Record<
  Exclude<LogLevel, 'off'>,
  (message: string, ...details: unknown[]) => unknown
>

/** Logs a line; returns whether the level includes it. It never throws. */
export type Log = (
  level: Exclude<LogLevel, 'off'>,
  message: string,
  ...details: unknown[]
) => boolean

export const logLevels = ['off', 'error', 'warn', 'info', 'debug'] as const

/** Makes a log of the lines up to the level `most`. */
export function createLog(logger: Logger | null | undefined, most: LogLevel): Log {
  return (level, message, ...details) => {
    if (logLevels.indexOf(level) > logLevels.indexOf(most)) return false
    // A broken logger must not break a call.
    void safely(() => (logger ?? console)[level](`rolecall: ${printable(message)}`, ...details))
    return true
  }
}
