import type { LoadedDocument } from './document.ts'
import { emitArguments } from './emit-arguments.ts'
import { emitClient } from './emit-client.ts'
import { emitContract } from './emit-contract.ts'
import { emitInputFields } from './emit-input-fields.ts'
import { type DescribedPolicy, emitDocs } from './emit-docs.ts'
import { emitErrorCodes, emitProblemCodes } from './emit-error-codes.ts'
import { emitModels } from './emit-models.ts'
import { emitOperations } from './emit-operations.ts'
import { emitPolicies, type Vocabulary } from './emit-policies.ts'
import { emitQueries } from './emit-queries.ts'
import { emitResources } from './emit-resources.ts'
import { emitSchema } from './emit-schema.ts'
import { emitValidatorTypes } from './emit-validator-types.ts'
import { emitValidators } from './emit-validators.ts'
import { format } from './format.ts'
import { whoMayCallPage } from './operation-doc.ts'
import type { Output } from './output.ts'
import { readSpec } from './read-spec.ts'

/** All generated files, formatted, by their path from the project's root. */
export async function generate(
  loaded: LoadedDocument,
  policies: Readonly<Record<string, Vocabulary & DescribedPolicy>>,
): Promise<Output> {
  const spec = readSpec(loaded)
  const resources = await emitResources(spec)
  const sources = new Map([
    ['src/generated/client.ts', emitClient(spec)],
    ['src/generated/error-codes.ts', emitErrorCodes(spec)],
    ['src/generated/models.ts', emitModels(spec)],
    ['src/generated/operations.ts', emitOperations(spec)],
    ['src/generated/policies.ts', emitPolicies(policies)],
    ['src/generated/queries.ts', emitQueries(spec)],
    ...[...resources].map(([path, text]) => [`src/generated/${path}`, text] as const),
    ['src/generated/schema.ts', await emitSchema(spec)],
    [whoMayCallPage, emitDocs(spec, Object.values(policies))],
    ['mocks/generated/arguments.ts', emitArguments(spec)],
    ['mocks/generated/contract.ts', emitContract(spec)],
    ['mocks/generated/input-fields.ts', emitInputFields(spec)],
    ['mocks/generated/problem-codes.ts', emitProblemCodes(spec)],
    ['mocks/generated/validators.d.ts', emitValidatorTypes()],
  ])
  const formatted = await Promise.all(
    [...sources].map(async ([path, text]) => [path, await format(path, text)] as const),
  )
  return new Map([...formatted, ['mocks/generated/validators.js', await emitValidators(spec)]])
}
