import type { Hook, Hooks } from './hooks.ts'
import type { Operation } from '../base/operation.ts'
import { type Mask, redacted, redactHeaders } from './redact.ts'
import { safeCause } from './safe-cause.ts'
import { safely } from './safely.ts'

/** Hears of each attempt at a call, for logs and hooks. It never throws. */
export interface Observer {
  /**
   * Call it before `fetch` sends an attempt, the first being number 1. It may add headers to the `request`.
   * It returns a promise only if there are hooks.
   *
   * @param mask - Hides the secrets that the call has sent.
   */
  start(
    operation: Operation,
    request: Request,
    attempt: number,
    mask: Mask,
  ): Attempt | Promise<Attempt>
}

/** An attempt that has started. */
export interface Attempt {
  /** Call it once at the attempt's end: answered, refused or given up. */
  end(outcome: Outcome): void
  /** Call it after `end` if the next attempt starts, in `delay` milliseconds. */
  retry(error: unknown, delay: number): void
}

/** The outcome of an attempt. */
export interface Outcome {
  /** The answer; undefined if none came. */
  readonly response: Response | undefined
  /** The error; undefined if it succeeded. */
  readonly error?: unknown
}

/** Ignores every attempt. */
export const noObserver: Observer = { start: () => ({ end() {}, retry() {} }) }

/**
 * Makes an observer that calls hooks.
 *
 * @param fault - Receives the error of a hook.
 */
export function createObserver(hooks: readonly Hooks[], fault: (error: unknown) => void): Observer {
  const tell = <E>(hook: Hook<E> | undefined, event: E, mask: Mask) =>
    safely(
      () => hook?.(event),
      (error) => fault(safeCause(error, mask)),
    )

  return {
    async start({ id: operation, method, path: template }, sent, attempt, mask) {
      const began = performance.now()
      const call = { operation, method, template, url: mask(sent.url), attempt }
      const request = { ...call, headers: redactHeaders(sent.headers, mask) }
      // In order: each hook sees the headers that earlier ones have set.
      for (const { onRequest } of hooks) await tell(onRequest, request, mask)
      for (const [name, value] of request.headers) {
        if (value !== redacted) sent.headers.set(name, value)
      }
      return {
        end({ response, error }) {
          const headers = response && redactHeaders(response.headers, mask)
          const ms = performance.now() - began
          const event = { ...call, request, status: response?.status, headers, error, ms }
          for (const { onResponse } of hooks) void tell(onResponse, event, mask)
        },
        retry(error, delay) {
          for (const { onRetry } of hooks)
            void tell(onRetry, { ...call, request, error, delay }, mask)
        },
      }
    },
  }
}
