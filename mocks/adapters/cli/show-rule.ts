import { printable } from '../../../src/core/base/printable.ts'
import { configure } from '../../mock/configure.ts'
import {
  anchorOf,
  markdownOf,
  type RuleOnPage,
  type RulePage,
  rulePage,
  words as say,
} from '../../rule-pages/index.ts'
import { builtIn } from '../../policies/built-in.ts'
import type { Policy } from '../../policy/language/policy.ts'
import { rulePlaces } from '../../policy/language/rule-ids.ts'
import { suggestion } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import { series } from '../../shared/series.ts'
import type { Given } from './command.ts'
import { jsonText, readFormat } from './format/format.ts'
import { readPlatform } from './read-platform.ts'
import { bold } from './style.ts'
import { UsageError } from './usage-error.ts'

/** Prints the rule with the id, or without one a line for each rule. */
export async function showRule(given: Given, [id]: readonly string[]): Promise<number> {
  const format = readFormat(given, ['text', 'json', 'markdown'])
  const { policy, scenario } = configure(await readPlatform(given))
  const isListed = id === undefined && format === 'text'
  const isShown = (one: string) => !isListed && (id === undefined || anchorOf(one) === anchorOf(id))
  const page = rulePage(policy, scenario, isShown)
  const shown = id === undefined ? page : { ...page, rules: [find(page, id, given)] }
  const formats = {
    text: () =>
      id === undefined
        ? listText(page)
        : shown.rules.map((rule) => ruleText(rule, page)).join('\n'),
    json: () => jsonText(id === undefined ? page : shown.rules[0]),
    markdown: () => markdownOf(shown, () => undefined),
  }
  console.log(formats[format]())
  return 0
}

/** The rule, by its id in any case. */
function find({ rules, policy }: RulePage, id: string, given: Given): RuleOnPage {
  const found = rules.find((rule) => anchorOf(rule.id) === anchorOf(id))
  if (found) return found
  const others = Object.values<Policy>(builtIn).filter((one) => citedId(one, id) !== undefined)
  const [other] = others
  if (other) {
    const verb = given.get('policy') === undefined ? 'add' : 'use'
    const names = others.map(({ name }) => name)
    const options = names.map((name) => `--policy ${name}`)
    throw new UsageError(
      `${citedId(other, id)} is a rule of ${series(names)}: ${verb} ${options.join(' or ')}.`,
    )
  }
  const ids = rules.map((rule) => rule.id)
  const advice = suggestion(id.toUpperCase(), ids, `Its rules are ${ids.join(', ')}.`)
  throw new UsageError(`Policy ${policy} has no rule ${quoted(id)}. ${advice}`)
}

/** The id as the policy writes it; undefined if it has no such rule. */
const citedId = (policy: Policy, id: string): string | undefined =>
  [...Object.keys(policy.rulebook ?? {}), ...rulePlaces(policy).map((place) => place.id)].find(
    (one) => anchorOf(one) === anchorOf(id),
  )

const listText = ({ rules }: RulePage): string => {
  const width = Math.max(...rules.map(({ id }) => id.length)) + 2
  return rules.map(({ id, text }) => printable(`${id.padEnd(width)}${text}`)).join('\n')
}

function ruleText(rule: RuleOnPage, page: RulePage): string {
  const { id, text, quotes, readings, asks, refusals, allowed, denied } = rule
  const { refused } = denied ?? {}
  const lines = [
    bold(`${printable(id)}  ${printable(text)}`),
    ...[say.originText(rule, page)].filter((line) => line !== ''),
    ...quotes.map((quote) => `“${say.quoteText(quote)}” (${quote.section ?? page.source})`),
    ...readings.map((reading) => `Read as: ${reading}`),
    ...say
      .callsIn(asks)
      .map(({ call, parts, needs }) => `Asked by ${[call, ...parts].join(' ')}: ${needs}`),
    ...say
      .actionsIn(asks)
      .map(({ call, needs }) => `Asked about the action ${call}, which is no call: ${needs}`),
    ...refusals.map((one) => `Refuses ${say.refusedText(one)}: ${one.status} ${one.code}`),
    allowed
      ? `Allowed: ${say.callerText(allowed)} calls ${say.exampleText(allowed)} ${say.whenText(allowed)}`
      : `Allowed: ${say.noneText('allowed', page)}`,
    denied
      ? `Denied: ${say.callerText(denied)} calls ${say.exampleText(denied)} ${say.whenText(denied)}`
      : `Denied: ${say.noneText('denied', page)}`,
    ...(refused ? [`${refused.status} ${refused.code}: ${refused.text}`] : []),
    ...(refused?.calls ?? []).map((call) => `What would allow it: ${call.text} by ${call.by}`),
    ...(refused?.final === undefined ? [] : [refused.final]),
  ]
  const [head = '', ...rest] = lines
  return [head, ...rest.map((line) => printable(line.trim()))].join('\n')
}
