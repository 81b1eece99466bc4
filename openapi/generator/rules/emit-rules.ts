import { join } from 'node:path'
import {
  anchorOf as ruleAnchor,
  markdownOf,
  type RulePage,
} from '../../../mocks/rule-pages/index.ts'
import { operations } from '../../../src/generated/operations.ts'
import { format } from '../format.ts'
import { anchorOf } from '../operation-doc.ts'
import type { Output } from '../output.ts'
import { banner } from '../printer.ts'
import { printedBy } from '../printed-by.ts'

const folder = 'docs/rules'
const index = `${folder}/README.md`
const fileOf = (policy: string): string => `${folder}/${policy}.md`

/** The paths of the pages of the policies' rules, and of their index. */
export const ruleFilesOf = (policies: readonly string[]): readonly string[] => [
  index,
  ...policies.map(fileOf),
]

/** The pages of the rules and their index, formatted. */
export async function emitRules(): Promise<Output> {
  // A process of its own loads the files that were just generated.
  const pages: readonly RulePage[] = JSON.parse(
    printedBy(join(import.meta.dirname, 'make-pages.ts')),
  )
  const texts = [
    [index, emitIndex(pages)] as const,
    ...pages.map(
      (page) => [fileOf(page.policy), `<!-- ${banner} -->\n\n${markdownOf(page, links)}`] as const,
    ),
  ]
  return new Map(
    await Promise.all(texts.map(async ([path, text]) => [path, await format(path, text)] as const)),
  )
}

const links = (call: string): string | undefined =>
  Object.hasOwn(operations, call) ? `../who-may-call-what.md#${anchorOf(call)}` : undefined

const emitIndex = (pages: readonly RulePage[]): string =>
  [
    `<!-- ${banner} -->`,
    '# Rules',
    'Every decision names a rule by its id. These pages say what each rule is: its sentence, the words of the documentation that it comes from, the calls that ask it, what refuses by it, and a call that it allows and one that it denies.',
    [
      '| platform | policy | rules | of them readings |',
      '| --- | --- | --- | --- |',
      ...pages.map(indexRow),
    ].join('\n'),
    'A reading is an interpretation: the documentation leaves it open, or says nothing of it. Quotations are exact, and short. Their texts are the property of the vendors, who have nothing to do with this project.',
    `Five rules hold on every platform, whatever its policy says. Each page ends with them: ${platformLinks(pages)}.`,
    '[Who may call what](../who-may-call-what.md) lists the rules by operation. [Fidelity](../fidelity/README.md) says what differs from the real platforms.',
    '## On a port',
    'The server shows the same pages for its policy in force, at `/rules`. Its decisions have the address of their rule as `ruleUrl`. In process they have one if the option `docs` says where the pages are published:',
    "```ts\nimport { createMock } from 'rolecall/mocks'\n\nconst mock = createMock({ docs: 'https://platform.example/rules/' })\nconst lead = mock.client({ as: 'lead@acme.test' })\nconst { ruleUrl } = await lead.can('roles.create', { key: 'reviewer', permissions: [] })\nconsole.log(ruleUrl) // https://platform.example/rules/adaptive#ad-04\n```",
    '## Rules of your own',
    'A [policy of your own](../guides/writing-a-policy.md) has such pages too: `rolecall mock --policy ./my-policy.json` shows them at `/rules`, and `rolecall policy rule` prints them. Its `rulebook` has the sentences and the quotations; [The policy language](../guides/policy-language.md#names-and-texts) documents it.',
    '```sh\nnpx rolecall policy rule AD-04\nnpx rolecall policy rule --policy ./my-policy.json --format markdown\n```',
  ].join('\n\n')

function indexRow({ policy, title, rules }: RulePage): string {
  const own = rules.filter(({ origin }) => origin !== 'platform')
  const readings = own.filter(({ origin }) => origin === 'reading')
  return `| [${title}](${policy}.md) | \`${policy}\` | ${own.length} | ${readings.length} |`
}

const platformLinks = ([page]: readonly RulePage[]): string =>
  (page?.rules ?? [])
    .filter(({ origin }) => origin === 'platform')
    .map(({ id }) => `[\`${id}\`](${page?.policy}.md#${ruleAnchor(id)})`)
    .join(', ')
