import type { PolicyMatrix } from '../../../src/index.ts'
import { matrix, type MatrixResource } from '../../policy-tools/matrix.ts'
import { namedTypes, type ResourceType } from '../../policy/language/resource-types.ts'
import type { Given } from './command.ts'
import { matrixMarkdown, matrixTable } from './matrix-text.ts'
import { readChoice } from './read-value.ts'
import { readPlatform } from './read-platform.ts'
import { UsageError } from './usage-error.ts'
import { printable } from '../../../src/core/base/printable.ts'

type Format = (matrix: PolicyMatrix, title: string) => string

const formats: Readonly<Record<string, Format>> = {
  table: matrixTable,
  markdown: matrixMarkdown,
  json: (answer) => printable(JSON.stringify(answer, null, 2), '\n'),
}

/** Prints who may do what. */
export async function showMatrix(given: Given): Promise<number> {
  const format = readChoice('--format', given.get('format') ?? 'table', formats)
  const resource = readResource(given.get('on') ?? 'organization:current')
  const answer = await matrix(await readPlatform(given), resource)
  const { type, id } = resource
  const what = type === 'organization' ? 'the organization' : `${type} ${id}`
  console.log(format(answer, `Who may do what to ${what}, under policy ${answer.policy}`))
  return 0
}

const types: Readonly<Record<string, ResourceType>> = Object.fromEntries(
  (['organization', ...namedTypes] as const).map((type) => [type, type]),
)

function readResource(text: string): MatrixResource {
  const [name = '', ...rest] = text.split(':')
  const id = rest.join(':')
  if (id === '') throw new UsageError(`--on must be TYPE:ID, such as project:churn, not "${text}".`)
  return { type: readChoice('The type of --on', name, types), id }
}
