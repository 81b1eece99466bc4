import { checkMethods, must } from '../base/check.ts'
import { given } from '../base/environment.ts'
import type { Hooks } from './hooks.ts'
import { logHooks } from './log-hooks.ts'
import { createLog, type Logger, type LogLevel, logLevels } from './logger.ts'
import { createObserver, noObserver, type Observer } from './observer.ts'
import { kindOf } from '../base/kind-of.ts'

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

/** The same, checked and complete. */
export interface Watching {
  readonly logger: Logger
  /** Undefined: nobody has said. */
  readonly logLevel: LogLevel | undefined
  readonly hooks: readonly Hooks[]
  /** What was warned of: operations that are deprecated, origins without encryption. It grows. */
  readonly warned: Set<string>
  /** Who hears of writes, also of those of clients over other options. It grows and shrinks. */
  readonly listeners: Set<WriteListener>
}

/** Checks what the user gave, over what a client has already. */
export function readWatching(options: WatchOptions, base?: Watching): Watching {
  const { hooks = base?.hooks ?? [] } = options
  const logger = options.logger ?? base?.logger ?? console
  if (logLevels.some((level) => level !== 'off' && typeof logger?.[level] !== 'function')) {
    throw must('logger', 'like console: with error, warn, info and debug')
  }
  return {
    logger,
    logLevel: readLevel(options, base),
    hooks: [hooks ?? []].flat().map((one) => checkMethods('hooks', one, hookNames)),
    warned: base?.warned ?? new Set(),
    listeners: base?.listeners ?? new Set(),
  }
}

/** What tells hooks and log of each attempt. */
export function observerOf({ hooks, logger, logLevel = 'off', warned }: Watching): Observer {
  if (logLevel === 'off' && hooks.length === 0) return noObserver
  const log = createLog(logger, logLevel)
  // The log shows what the hooks before it have set.
  return createObserver([...hooks, logHooks(log, warned)], (error) =>
    log('error', 'a hook failed:', error),
  )
}

/** What logs a warning that is worth it even where nothing else is logged, unless that was asked for. */
export function cautionOf({ logger, logLevel = 'warn' }: Watching): (text: string) => boolean {
  const log = createLog(logger, logLevel)
  return (text) => log('warn', text)
}

function readLevel(
  { logLevel, logger }: WatchOptions,
  base: Watching | undefined,
): LogLevel | undefined {
  if (logLevel === null) return 'off'
  const [name, value = logger ? 'warn' : undefined] = base
    ? ['logLevel', logLevel ?? base.logLevel]
    : given('logLevel', logLevel, 'ROLECALL_LOG')
  const level = logLevels.find((one) => one === value)
  if (level || value === undefined) return logger === null ? 'off' : level
  const wrong = typeof value === 'string' ? `'${value}'` : kindOf(value)
  throw must(name, `one of ${logLevels.join(', ')}`, wrong)
}

const hookNames = ['onRequest', 'onResponse', 'onRetry'] as const
