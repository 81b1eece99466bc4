import { join } from 'node:path'
import { policies } from '../../mocks/policies/index.ts'
import { describeOperation } from '../../mocks/policy/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { emitControl } from './control/emit-control.ts'
import { loadDocument } from './document.ts'
import { documentFiles, emitDocuments } from './emit-documents.ts'
import { emitLedgers, ledgerFilesOf } from './ledger/emit-ledgers.ts'
import { emitRules, ruleFilesOf } from './rules/emit-rules.ts'
import { emitPolicySchemas } from './emit-policy-schemas.ts'
import { answerExamples } from './examples/answer-examples.ts'
import { readExamples } from './examples/read-examples.ts'
import { weaveExamples } from './examples/weave-examples.ts'
import { generate } from './generate.ts'
import { differences, write } from './output.ts'
import { SpecError } from './read-spec.ts'

const root = join(import.meta.dirname, '../..')

const offers = Object.values(policies).map(
  ({ name, changes }) => [name, Object.keys(changes)] as const,
)

const pages = [...ruleFilesOf(Object.keys(policies)), ...ledgerFilesOf(Object.keys(policies))]

try {
  const api = loadDocument(join(root, 'openapi/openapi.yaml'))
  const control = loadDocument(join(root, 'openapi/control/control.yaml')).document
  const examples = readExamples(join(root, 'openapi/examples'), api.document, offers)
  const sources = new Map([
    ...(await generate({ ...api, examples }, described(policies))),
    ...(await emitControl(control)),
    ...(await emitPolicySchemas(root)),
  ])
  const isCheck = process.argv.includes('--check')
  // The mock that answers the examples is made of these.
  const paths = isCheck ? [] : write(root, sources, [...Object.values(documentFiles), ...pages])
  const answered = answerExamples(api.document, examples)
  const documents = { api: weaveExamples(api.document, answered), control }
  const output = new Map([
    ...sources,
    ...(await emitDocuments(documents)),
    ...(await emitRules()),
    ...(await emitLedgers()),
  ])
  if (isCheck) check(differences(root, output))
  else for (const path of [...paths, ...write(root, output)]) console.log(path)
} catch (error) {
  if (!(error instanceof SpecError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function described(all: Readonly<Record<string, Policy>>) {
  return Object.fromEntries(
    Object.entries(all).map(([name, policy]) => {
      const describe = (id: string) =>
        isOffered(policy, id) ? describeOperation(policy, id) : undefined
      return [name, { ...policy, describe }]
    }),
  )
}

function isOffered(policy: Policy, id: string): id is OperationId {
  return id in policy.changes
}

function check(paths: readonly string[]): void {
  if (paths.length === 0) return
  console.error(
    `Not as generated; run \`npm run generate\`:\n${paths.map((p) => `  ${p}`).join('\n')}`,
  )
  process.exitCode = 1
}
