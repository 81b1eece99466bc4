import { join } from 'node:path'
import { format } from '../format.ts'
import type { Output } from '../output.ts'
import { banner } from '../printer.ts'
import { printedBy } from '../printed-by.ts'
import { countsOf, ledgerPage } from './ledger-page.ts'
import type { Ledger } from './read-ledger.ts'

const folder = 'docs/fidelity'
const index = `${folder}/README.md`
const fileOf = (policy: string): string => `${folder}/${policy}.md`

/** The paths of the ledgers, and of their index. */
export const ledgerFilesOf = (policies: readonly string[]): readonly string[] => [
  index,
  ...policies.map(fileOf),
]

/** The ledgers of the policies and their index, formatted. */
export async function emitLedgers(): Promise<Output> {
  // A process of its own loads the files that were just generated.
  const ledgers: readonly Ledger[] = JSON.parse(
    printedBy(join(import.meta.dirname, 'make-ledgers.ts')),
  )
  const texts = [
    [index, emitIndex(ledgers)] as const,
    ...ledgers.map(
      (one) => [fileOf(one.policy), `<!-- ${banner} -->\n\n${ledgerPage(one)}`] as const,
    ),
  ]
  return new Map(
    await Promise.all(texts.map(async ([path, text]) => [path, await format(path, text)] as const)),
  )
}

const emitIndex = (ledgers: readonly Ledger[]): string =>
  [
    `<!-- ${banner} -->`,
    '# Fidelity',
    'How close the mock is to each real platform: what it enforces for each operation, whose text says so, which reading was chosen where the text is ambiguous, and what differs.',
    [
      '| platform | operations offered | enforced | documented | readings | known differences |',
      '| --- | --- | --- | --- | --- | --- |',
      ...ledgers.map(indexRow),
    ].join('\n'),
    'The pages are made from the policies, and tests hold them to the mock: every rule that a call of a scenario meets stands in the row of its operation, and an operation that is not offered is refused as such.',
    'The vendors have nothing to do with this project. Differences are named as far as their published documentation shows them; nobody compared the mock with a running platform.',
    '[Rules](../rules/README.md) has the sentences and the quotations; [Who may call what](../who-may-call-what.md) has all platforms beside each other.',
  ].join('\n\n')

function indexRow(ledger: Ledger): string {
  const { operations, offered, claims, documented, differences } = countsOf(ledger)
  const cells = [
    `[${ledger.title}](${ledger.policy}.md)`,
    `${offered} of ${operations}`,
    claims,
    documented,
    claims - documented,
    differences,
  ]
  return `| ${cells.join(' | ')} |`
}
