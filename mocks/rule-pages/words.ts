import { callText } from '../../src/index.ts'
import type { Quote } from '../policy/language/policy.ts'
import { isOperation } from '../policy/world/operations.ts'
import type { Asking, Refusing } from '../rulebook/stated-rule.ts'
import type { Example, RuleOnPage, RulePage } from './page.ts'

/** Where a rule comes from, in a few words; empty if the policy does not say. */
export function originText({ origin }: RuleOnPage, { source }: Pick<RulePage, 'source'>): string {
  if (origin === undefined) return ''
  if (origin === 'platform') return 'A rule of every platform.'
  return origin === 'documented'
    ? `Documented: ${source}.`
    : `A reading: ${source} leaves it open, or says nothing of it.`
}

/** A quotation, without its section. A row of a table has its cells behind it. */
export const quoteText = ({ text, row }: Quote): string =>
  row === undefined
    ? text
    : `${text} (${Object.entries(row)
        .map(([column, cell]) => `${column}: ${cell}`)
        .join(', ')})`

const causes: Readonly<Record<Refusing['by'], string>> = {
  guard: 'the current state',
  invariant: 'the state after the call',
  role: 'a role that no call hands out',
  sight: 'a resource that its caller may not see',
  'hardened mode': 'hardened mode',
}

/** The calls that ask a rule. */
export const callsIn = (asks: readonly Asking[]): readonly Asking[] =>
  asks.filter(({ call }) => isOperation(call))

/** The actions that ask a rule and are no calls: only a question names them. */
export const actionsIn = (asks: readonly Asking[]): readonly Asking[] =>
  asks.filter(({ call }) => !isOperation(call))

/** What an asking needs, and whether that is a reading. */
export const needsText = ({ needs, origin }: Asking): string =>
  origin === 'reading' ? `${needs} (reading)` : needs

/** What refuses, in a few words. */
export const causeText = ({ by }: Refusing): string => causes[by]

/** What it refuses, in a few words. */
export function refusedText({ by, on }: Refusing): string {
  if (by === 'role') return `giving the role ${on.join(', ')}`
  if (by === 'sight') return `calls about ${on.map((type) => `${type}s`).join(', ')}`
  return on.length === 0 ? 'any call' : on.join(', ')
}

/** The caller of an example, and who that is. */
export const callerText = ({ as, who }: Example): string => (who === '' ? as : `${as} (${who})`)

/** The circumstances of an example; empty for a usual one. */
export function whenText({ hardened, scenario, about, args }: Example): string {
  const id = args.findLast((one) => typeof one === 'string' && /^[a-z]+_[0-9a-z]+$/.test(one))
  return [
    ...(hardened ? ['In hardened mode.'] : []),
    ...(scenario === undefined ? [] : [`In scenario ${scenario}.`]),
    ...(about === undefined ? [] : [`${typeof id === 'string' ? id : 'It'} is ${about}.`]),
  ].join(' ')
}

/** The call of an example, as the client makes it. */
export const exampleText = (example: Example): string =>
  callText({ operation: example.operation, args: [...example.args] })

/** Why a rule has no example of the kind. */
export function noneText(
  kind: 'allowed' | 'denied',
  { scenario }: Pick<RulePage, 'scenario'>,
): string {
  const verb = kind === 'allowed' ? 'allows' : 'denies'
  return `No call that was tried in scenario ${scenario} shows what it ${verb}.`
}

/** The rule in a decision, where it is not the rule of the page. */
export function citedText({ id }: RuleOnPage, { refused }: Example): string {
  if (refused === undefined || refused.rule === id) return ''
  return refused.status === 404
    ? 'The answer reads as if there were no such resource, and cites no rule of the policy.'
    : `The decision cites ${refused.rule}.`
}
