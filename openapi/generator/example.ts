import { format } from './format.ts'
import { camelCase } from './names.ts'
import { literal } from './printer.ts'
import type { Operation, Query, Spec } from './spec.ts'

/** A call of the operation, with the document's examples. */
export async function exampleOf(operation: Operation, spec: Spec): Promise<string> {
  const code = statement(operation, spec)
  return (await format('example.mts', code, { printWidth: 90 })).trim()
}

function statement(operation: Operation, spec: Spec): string {
  const call = `client.${operation.id}(${argumentsOf(operation).map(literal).join(', ')})`
  const { result } = operation
  if (result.kind === 'nothing') return `await ${call}`
  if (result.kind === 'model') return `const ${camelCase(result.model)} = await ${call}`
  const item = camelCase(result.item)
  const shown = ['email', 'key', 'name', 'id'].find(
    (key) => spec.schemas[result.item]?.properties?.[key],
  )
  return `for await (const ${item} of ${call}) console.log(${item}${shown ? `.${shown}` : ''})`
}

function argumentsOf({ pathArguments, body, query }: Operation): unknown[] {
  const path = pathArguments.map(({ example }) => example)
  if (body) return [...path, body.example]
  const asked = query && queryExample(query)
  return asked ? [...path, asked] : path
}

const paging = new Set(['limit', 'cursor'])

/** The first filter with an example. One is enough to show the form. */
function queryExample({ parameters }: Query): Record<string, unknown> | undefined {
  const filter = parameters.find(
    ({ name, example, required }) => (required || !paging.has(name)) && example !== undefined,
  )
  return filter && { [filter.name]: filter.example }
}
