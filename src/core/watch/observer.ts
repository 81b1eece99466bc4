import type { Hook, Hooks } from './hooks.ts'
import type { Operation } from '../base/operation.ts'
import { type Mask, redacted, redactHeaders } from './redact.ts'
import { safeCause } from './safe-cause.ts'
import { safely } from './safely.ts'

/** Is told of each attempt at a call, for logs and hooks. It never throws. */
export interface Observer {
  /**
   * An attempt, the first being 1, is about to be sent. Headers may be added to its `request` here,
   * so it comes before `fetch`. It is a promise only where there are hooks.
   *
   * @param mask - Hides what the call has sent of tokens and their like.
   */
  start(
    operation: Operation,
    request: Request,
    attempt: number,
    mask: Mask,
  ): Attempt | Promise<Attempt>
}

/** One attempt on its way. */
export interface Attempt {
  /** It is over, its answer read, refused or given up: to be called once for each that started. */
  end(outcome: Outcome): void
  /** After its end: the next attempt starts in `delay` milliseconds. */
  retry(error: unknown, delay: number): void
}

/** What came of an attempt. */
export interface Outcome {
  /** The answer, if one came. */
  readonly response: Response | undefined
  /** What the attempt failed with, if it did. */
  readonly error?: unknown
}

const silent: Attempt = { end: () => {}, retry: () => {} }

/** Takes no note of anything. */
export const noObserver: Observer = { start: () => silent }

/**
 * Tells hooks.
 *
 * @param fault - Takes what a hook throws.
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
      // One after another: each sees the headers of those before.
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
