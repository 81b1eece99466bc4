import { join } from 'node:path'
import { policies } from '../../mocks/policies/index.ts'
import { describeOperation } from '../../mocks/policy/index.ts'
import type { Policy } from '../../mocks/policy/language/policy.ts'
import type { OperationId } from '../../src/generated/operations.ts'
import { emitControl } from './control/emit-control.ts'
import { loadDocument } from './document.ts'
import { emitDocuments } from './emit-documents.ts'
import { emitPolicySchemas } from './emit-policy-schemas.ts'
import { generate } from './generate.ts'
import { differences, write } from './output.ts'
import { SpecError } from './read-spec.ts'

const root = join(import.meta.dirname, '../..')

try {
  const api = loadDocument(join(root, 'openapi/openapi.yaml'))
  const control = loadDocument(join(root, 'openapi/control/control.yaml')).document
  const output = new Map([
    ...(await generate(api, described(policies))),
    ...(await emitControl(control)),
    ...(await emitDocuments({ api: api.document, control })),
    ...(await emitPolicySchemas(root)),
  ])
  if (process.argv.includes('--check')) check(differences(root, output))
  else for (const path of write(root, output)) console.log(path)
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
