import { check, checkMethods, type Checks } from '../base/check.ts'
import { kindOf } from '../base/kind-of.ts'
import type { Hooks } from './hooks.ts'
import { logHooks } from './log-hooks.ts'
import { createLog, type Logger, type LogLevel, logLevels } from './logger.ts'
import { createObserver, noObserver, type Observer } from './observer.ts'

/** Who watches a client's calls. `null` means none: nothing is logged, nobody is told. */
export interface WatchOptions {
  /**
   * Takes the log in place of `console`: anything with methods `error`, `warn`, `info` and `debug`.
   * Neither tokens nor bodies are logged.
   */
  logger?: Logger | null | undefined
  /**
   * How much is logged: `error` (hooks that fail), `warn` (also retries, and operations that are
   * deprecated), `info` (also a line for each attempt) or `debug` (also headers, without secrets).
   * Default: the environment variable `ROLECALL_LOG`; without it `warn` if a `logger` is given, else
   * `off`, but for a warning when a token is sent over `http` to another machine.
   */
  logLevel?: LogLevel | null | undefined
  /** Functions that are told of every attempt, such as those of `rolecall/otel`. */
  hooks?: Hooks | readonly Hooks[] | null | undefined
}

/** Hears of a write, by its operationId. What it answers is nobody's business, but for a promise. */
export type WriteListener = (operation: string) => unknown

/** What all clients share that are made of one by `withOptions`. */
export interface Kept {
  /** What was warned of: operations that are deprecated, origins without encryption. It grows. */
  readonly warned?: Set<string>
  /** The listeners of `onWrite`. It grows and shrinks. */
  readonly listeners?: Set<WriteListener>
}

/** The same, checked and complete. */
export interface Watching extends WatchOptions, Required<Kept> {
  /** Undefined: nobody has said. */
  readonly logLevel: LogLevel | undefined
}

/** How the options are checked. */
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
    (value) => (typeof value === 'string' ? `'${value}'` : kindOf(value)),
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
  // The log shows what the hooks before it have set.
  return createObserver([...hooks, logHooks(log, warned)], (error) =>
    log('error', 'a hook failed:', error),
  )
}

/** Makes a log of warnings that are worth it even where nothing else is logged, unless the level excludes them. */
export function cautionOf({ logger, logLevel = 'warn' }: Watching): (text: string) => boolean {
  const log = createLog(logger, logLevel)
  return (text) => log('warn', text)
}
