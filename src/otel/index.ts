/**
 * OpenTelemetry traces of a client's calls. Needs `@opentelemetry/api`.
 *
 * @module rolecall/otel
 */

import {
  type Attributes,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type TracerProvider,
} from '@opentelemetry/api'
import { checkNames, must } from '../core/base/check.ts'
import type { Hooks, RequestEvent } from '../core/watch/hooks.ts'
import { isError } from '../core/base/kind-of.ts'
import { refusalIn } from '../core/watch/refusal-in.ts'
import { version } from '../core/options/user-agent.ts'

/** Options of {@link openTelemetry}. */
export interface OpenTelemetryOptions {
  /** The provider of the tracer. Default: the global one, looked up at each call. */
  tracerProvider?: TracerProvider | null | undefined
}

/**
 * Makes hooks that record a span for each attempt of a call, by OpenTelemetry's conventions for HTTP
 * clients, and send its context along (`traceparent`). A span ends when the answer's body has been read.
 * That of a refused call carries the problem's code as `rolecall.problem.code` and, if the policy denies
 * it, the rule as `rolecall.rule`.
 *
 * @throws RolecallError if an option is wrong.
 * @example
 * const client = createClient({ hooks: openTelemetry() })
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Hooks {
  checkNames("openTelemetry's options", options, ['tracerProvider'])
  const { tracerProvider } = options
  if (tracerProvider && typeof tracerProvider.getTracer !== 'function') {
    throw must('tracerProvider', 'a TracerProvider, with a method getTracer')
  }
  const spans = new WeakMap<RequestEvent, Span>()

  return {
    onRequest(event) {
      const { method, template, headers } = event
      const tracer = (tracerProvider ?? trace).getTracer('rolecall', version)
      const span = tracer.startSpan(`${method} ${template}`, {
        kind: SpanKind.CLIENT,
        attributes: attributesOf(event),
      })
      spans.set(event, span)
      propagation.inject(trace.setSpan(context.active(), span), headers, {
        set: (carrier, name, value) => carrier.set(name, value),
      })
    },

    onResponse({ request, status, error }) {
      const span = spans.get(request)
      if (!span) return
      if (status !== undefined) span.setAttribute('http.response.status_code', status)
      if (error !== undefined) {
        const { name, message } = isError(error) ? error : new Error(String(error))
        // The status says enough of a refusal.
        const isStatus = status !== undefined && status >= 400
        span.setAttribute('error.type', isStatus ? `${status}` : name)
        span.setStatus({ code: SpanStatusCode.ERROR, ...(isStatus ? {} : { message }) })
        if (isStatus) span.setAttributes(refusalAttributes(error))
      }
      span.end()
    },
  }
}

/** The problem's code and, of a denial, the rule of the policy. */
function refusalAttributes(error: unknown): Attributes {
  const [code, rule] = refusalIn(error)
  return {
    ...(typeof code === 'string' && { 'rolecall.problem.code': code }),
    ...(typeof rule === 'string' && { 'rolecall.rule': rule }),
  }
}

function attributesOf({ operation, method, template, url, attempt }: RequestEvent): Attributes {
  const { hostname, port, protocol } = new URL(url)
  return {
    'http.request.method': method,
    'server.address': hostname.replace(/^\[(.*)\]$/, '$1'),
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'url.full': url,
    'url.template': template,
    'rolecall.operation': operation,
    ...(attempt > 1 ? { 'http.request.resend_count': attempt - 1 } : {}),
  }
}
