import type { Example, RuleOnPage, RulePage } from './page.ts'
import { anchorOf } from './page.ts'
import {
  actionsIn,
  callerText,
  callsIn,
  causeText,
  citedText,
  exampleText,
  needsText,
  noneText,
  originText,
  quoteText,
  refusedText,
  whenText,
} from './words.ts'

/** The link to the description of an operation, if there is one. */
export type LinkTo = (call: string) => string | undefined

/** A page of rules as Markdown. Each rule has a heading, whose anchor is its id in lower case. */
export function markdownOf(page: RulePage, linkTo: LinkTo): string {
  const { title, source, policy, scenario, rules } = page
  return [
    `# The rules of ${title}`,
    `The policy ${code(policy)} enforces these rules. They come from *${escape(source)}*. A rule is documented, or a reading of an ambiguous passage. The examples are calls in scenario ${code(scenario)}.`,
    rules.map(({ id }) => `[${escape(id)}](#${anchorOf(id)})`).join(' · '),
    ...rules.flatMap((rule) => ruleText(rule, page, linkTo)),
  ].join('\n\n')
}

function ruleText(rule: RuleOnPage, page: RulePage, linkTo: LinkTo): readonly string[] {
  const { id, text, more, readings, asks, refusals } = rule
  return [
    `## ${escape(id)}`,
    ...(text === '' ? [] : [`**${escape(text)}**`]),
    ...[[escape(originText(rule, page)), more ?? ''].join(' ').trim()].filter(
      (line) => line !== '',
    ),
    ...quotes(rule),
    ...list('Read as:', readings.map(escape)),
    ...table(
      ['asked by', 'part of the call', 'needs'],
      callsIn(asks).map((one) => [
        linked(one.call, linkTo),
        one.parts.map(escape).join(', '),
        escape(needsText(one)),
      ]),
    ),
    ...table(
      ['action that is no call', 'needs'],
      actionsIn(asks).map((one) => [code(one.call), escape(needsText(one))]),
    ),
    ...table(
      ['refuses', 'because of', 'answer', 'says'],
      refusals.map((one) => [
        escape(refusedText(one)),
        causeText(one),
        `${one.status} ${code(one.code)}`,
        escape(one.text),
      ]),
    ),
    ...exampleOf('Allowed', rule.allowed ?? noneText('allowed', page)),
    ...exampleOf('Denied', rule.denied ?? noneText('denied', page)),
    ...(rule.denied === undefined ? [] : denialText(rule, rule.denied)),
  ]
}

function exampleOf(label: string, example: Example | string): readonly string[] {
  if (typeof example === 'string') return [`${label}: ${escape(example)}`]
  const when = whenText(example)
  return [
    `${label}: ${escape(callerText(example))} calls`,
    `\`\`\`ts\n${exampleText(example)}\n\`\`\``,
    ...(when === '' ? [] : [escape(when)]),
  ]
}

function denialText(rule: RuleOnPage, example: Example): readonly string[] {
  const { refused } = example
  if (refused === undefined) return []
  const { status, code: problem, text, calls, final } = refused
  const cited = citedText(rule, example)
  return [
    `${status} ${code(problem)}: ${escape(text)}${cited === '' ? '' : ` ${cited}`}`,
    ...(calls.length === 0 ? [] : [`What would allow it: ${calls.map(remedy).join(', then ')}.`]),
    ...(final === undefined ? [] : [escape(final)]),
  ]
}

const remedy = ({ text, by }: { readonly text: string; readonly by: string }): string =>
  `${code(text)} by ${escape(by)}`

/** The quotations, those of one section together. */
function quotes({ quotes: all }: RuleOnPage): readonly string[] {
  const sections = Map.groupBy(all, ({ section = '', url = '' }) => `${section}\n${url}`)
  return [...sections.values()].map((some) => {
    const { section, url } = some[0] ?? {}
    const name = escape(section ?? 'The documentation')
    const source = url === undefined ? name : `[${name}](${url})`
    return [...some.map((one) => `> “${escape(quoteText(one))}”`), `> — ${source}`].join('\n>\n')
  })
}

const list = (label: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [label, items.map((item) => `- ${item}`).join('\n')]

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')]
}

const linked = (call: string, linkTo: LinkTo): string => {
  const target = linkTo(call)
  return target === undefined ? code(call) : `[${escape(call)}](${target})`
}

const code = (text: string): string => `\`${text.replaceAll('`', '’')}\``

/** Text whose signs mean nothing in Markdown. */
const escape = (text: string): string =>
  text.replaceAll('\n', ' ').replace(/[\\`*<[\]]|(?<=\W)_|_(?=\W)/g, '\\$&')
