import process from 'node:process'

/** The exit code of a process that a signal has ended at once. */
const codes = { SIGINT: 130, SIGTERM: 143 } as const

/** Hears the signals to stop. */
export interface StopSignals {
  /** Resolves at the first one. A second one ends the process at once. */
  readonly first: Promise<void>
  /** Stops hearing. */
  release(): void
}

export function stopSignals(): StopSignals {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isStopping = false
  const hear = (signal: keyof typeof codes) => {
    if (isStopping) process.exit(codes[signal])
    isStopping = true
    resolve()
  }
  process.on('SIGINT', hear).on('SIGTERM', hear)
  return {
    first: promise,
    release: () => void process.off('SIGINT', hear).off('SIGTERM', hear),
  }
}
