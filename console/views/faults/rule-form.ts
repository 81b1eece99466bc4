import type { FaultRule } from '../../../mocks/control-client/index.ts'
import { nthText, readNth } from './rule-words.ts'

/** What happens to a call, beside its latency. */
export const outcomes = {
  none: 'Nothing else: it is only late',
  status: 'A status',
  rate: 'A limit of requests (429)',
  connection: 'A broken connection',
  offline: 'Offline',
  stale: 'A stale etag (412)',
} as const

/** The name of an outcome. */
type OutcomeName = keyof typeof outcomes

/** The texts of the form. */
export interface RuleForm {
  readonly on: string
  readonly as: string
  readonly nth: string
  readonly share: string
  readonly times: string
  readonly from: string
  readonly until: string
  readonly latency: string
  readonly p99: string
  readonly outcome: string
  readonly status: string
  readonly detail: string
  readonly retryAfter: string
  readonly requests: string
  readonly per: string
  readonly connection: string
  readonly effect: string
}

const words = (value: string | readonly string[] | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : value.join(', ')

const figure = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** The form of a rule. Without one, that of a call that fails with 503. */
export function formOf(rule: FaultRule = { status: 503 }): RuleForm {
  const { on, as, nth, share, times, while: window, latency, status, problem, rate } = rule
  return {
    on: words(on),
    as: words(as),
    nth: nthText(nth),
    share: share === undefined ? '' : figure(share * 100),
    times: figure(times),
    from: window?.from ?? '',
    until: window?.until ?? '',
    latency: figure(typeof latency === 'object' ? latency.median : latency),
    p99: typeof latency === 'object' ? figure(latency.p99) : '',
    outcome: outcomeOf(rule),
    status: figure(status ?? 503),
    detail: problem?.detail ?? '',
    retryAfter: figure(rule.retryAfter),
    requests: figure(rate?.requests ?? 10),
    per: figure(rate?.per ?? 60_000),
    connection: rule.connection ?? 'reset',
    effect: rule.effect ?? '',
  }
}

const outcomeOf = (rule: FaultRule): OutcomeName => {
  const names = ['status', 'rate', 'connection', 'offline', 'stale'] as const
  return names.find((name) => rule[name] !== undefined) ?? 'none'
}

/**
 * The rule that a form says. The mock checks it: a wrong value is refused with what would be right.
 *
 * @param before - The rule that was edited: members that the form lacks stay.
 */
export function ruleOf(form: RuleForm, before: FaultRule = {}): Readonly<Record<string, unknown>> {
  const { from, until, outcome } = form
  const latency = number(form.latency)
  const median = latency ?? 0
  const p99 = number(form.p99)
  return without({
    on: several(form.on),
    as: several(form.as),
    nth: readNth(form.nth),
    share: scaled(number(form.share)),
    times: number(form.times),
    while:
      from || until ? without({ from: from || undefined, until: until || undefined }) : undefined,
    latency: p99 === undefined ? latency : { median, p99 },
    ...outcomeIn(form, before),
    effect: ['status', 'connection'].includes(outcome) ? form.effect || undefined : undefined,
  })
}

function outcomeIn(form: RuleForm, { problem }: FaultRule): object {
  switch (form.outcome) {
    case 'status': {
      const told = without({ ...problem, detail: form.detail || undefined })
      return {
        status: number(form.status),
        retryAfter: number(form.retryAfter),
        problem: Object.keys(told).length > 0 ? told : undefined,
      }
    }
    case 'rate':
      return { rate: { requests: number(form.requests), per: number(form.per) } }
    case 'connection':
      return { connection: form.connection }
    case 'offline':
      return { offline: true }
    case 'stale':
      return { stale: true }
    default:
      return {}
  }
}

const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))

const scaled = (percent: number | undefined): number | undefined =>
  percent === undefined ? undefined : percent / 100

function several(text: string): string | readonly string[] | undefined {
  const [first, ...more] = text.split(/[\s,]+/).filter(Boolean)
  return first === undefined || more.length === 0 ? first : [first, ...more]
}

const without = (values: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
