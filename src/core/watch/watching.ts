import { check, checkMethods, type Checks } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import type { Hooks } from './hooks.ts'
import { logHooks } from './log-hooks.ts'
import { createLog, type Logger, type LogLevel, logLevels } from './logger.ts'
import { createObserver, noObserver, type Observer } from './observer.ts'

/** Options for hooks and the log of a client. `null` means none: no log, no hooks. */
export interface WatchOptions {
  /**
   * Receives the log in place of `console`: any object with methods `error`, `warn`, `info` and `debug`.
   * Neither tokens nor bodies are logged.
   */
  logger?: Logger | null | undefined
  /**
   * How much is logged: `error` (hooks that fail), `warn` (also retries and deprecated operations),
   * `info` (also a line for each attempt) or `debug` (also headers, without secrets).
   * Default: the environment variable `ROLECALL_LOG`; without it `warn` if a `logger` is given, else
   * `off`, except for a warning when a token is sent over `http` to another machine.
   */
  logLevel?: LogLevel | null | undefined
  /** Functions that hear of every attempt, such as those of `rolecall/otel`. */
  hooks?: Hooks | readonly Hooks[] | null | undefined
}

/** Hears of a write, by its operationId. Its result is ignored, except for the rejection of a promise. */
export type WriteListener = (operation: string) => unknown

/** State that a client shares with those that `withOptions` makes of it. */
export interface Kept {
  /** Subjects of earlier warnings: deprecated operations, origins without encryption. It grows. */
  readonly warned?: Set<string>
  /** The listeners of `onWrite`. It grows and shrinks. */
  readonly listeners?: Set<WriteListener>
}

/** The options, checked and complete, and the shared state. */
export interface Watching extends WatchOptions, Required<Kept> {
  /** Undefined: not stated. */
  readonly logLevel: LogLevel | undefined
}

/** The checks of the options. */
export const watchChecks: Checks<WatchOptions> = {
  logger: check(
    'like console: with error, warn, info and debug',
    (value) =>
      logLevels.slice(1).every((level) => typeof Reflect.get(Object(value), level) === 'function'),
    () => '',
  ),
  logLevel: check(
    `one of ${logLevels.join(', ')}`,
    (value) => logLevels.some((level) => level === value),
    (value) => (typeof value === 'string' ? value : kindOf(value)),
  ),
  hooks(name, value) {
    for (const one of [value].flat())
      checkMethods(name, one, ['onRequest', 'onResponse', 'onRetry'])
  },
}

/** Completes checked options. */
export function readWatching({
  logger,
  logLevel = logger ? 'warn' : undefined,
  hooks,
  warned = new Set(),
  listeners = new Set(),
}: WatchOptions & Kept): Watching {
  const isOff = logger === null || logLevel === null
  return {
    logger: logger ?? undefined,
    logLevel: isOff ? 'off' : logLevel,
    hooks,
    warned,
    listeners,
  }
}

/** Makes an observer that tells hooks and log of each attempt. */
export function observerOf(watching: Watching): Observer {
  const { logLevel = 'off', warned } = watching
  const hooks = [watching.hooks ?? []].flat()
  if (logLevel === 'off' && !hooks.length) return noObserver
  const log = createLog(watching.logger, logLevel)
  // The log comes last, to show the headers that hooks have set.
  return createObserver([...hooks, logHooks(log, warned)], (error) =>
    log('error', 'a hook failed:', error),
  )
}

/** Makes a log of warnings that appear by default, where nothing else is logged. */
export function cautionOf({ logger, logLevel = 'warn' }: Watching): (text: string) => boolean {
  const log = createLog(logger, logLevel)
  return (text) => log('warn', text)
}
