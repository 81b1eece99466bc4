import type { PolicyMatrix } from '../../../src/index.ts'
import { matrix, type MatrixResource } from '../../policy-tools/matrix.ts'
import { namedTypes, type ResourceType } from '../../policy/language/resource-types.ts'
import type { Given } from './command.ts'
import { csvTable, type Format, jsonText, markdownTable, readFormat } from './format/format.ts'
import { matrixRows, matrixTable } from './matrix-text.ts'
import { readChoice } from './read-value.ts'
import { readPlatform } from './read-platform.ts'
import { quoted } from '../../shared/quoted.ts'
import { UsageError } from './usage-error.ts'

const formats: Readonly<Record<Format, (matrix: PolicyMatrix, title: string) => string>> = {
  text: matrixTable,
  json: jsonText,
  markdown: (answer) => markdownTable(matrixRows(answer, true)),
  csv: (answer) => csvTable(matrixRows(answer, false)),
}

/** Prints who may do what. */
export async function showMatrix(given: Given): Promise<number> {
  // The name of the text in version 0.1.
  const asked = given.get('format') === 'table' ? new Map([...given, ['format', 'text']]) : given
  const format = formats[readFormat(asked, ['text', 'json', 'markdown', 'csv'])]
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
  if (id === '')
    throw new UsageError(`--on must be TYPE:ID, such as project:churn, not ${quoted(text)}.`)
  return { type: readChoice('The type of --on', name, types), id }
}
