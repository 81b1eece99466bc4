import type { OperationId } from '../../../src/index.ts'
import { operations } from '../../../src/generated/operations.ts'
import { type Field, fieldsOf, kindOf, listOf, partOf, resolver, textIn } from './kinds.ts'

/** A call of the API, and what it takes. */
export interface Operation {
  readonly id: OperationId
  readonly tag: string
  readonly summary: string
  /** The arguments of the path, in order. */
  readonly path: readonly Field[]
  /** The fields of the body or the query; undefined if it takes neither. */
  readonly input: readonly Field[] | undefined
  /** Whether a body must be sent. */
  readonly needsInput: boolean
}

/** Whether the client has an operation of this name. */
export const isOperation = (name: string): name is OperationId => Object.hasOwn(operations, name)

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** The operations of an OpenAPI document, in its order. */
export function operationsIn(document: unknown): readonly Operation[] {
  const resolve = resolver(document)
  return Object.values(partOf(partOf(document).paths)).flatMap((item) =>
    methods.flatMap((method) => {
      const operation = partOf(partOf(item)[method])
      const id = textIn(operation.operationId)
      if (id === undefined || !isOperation(id)) return []
      const shared = listOf(partOf(item).parameters)
      const parameters = [...shared, ...listOf(operation.parameters)].map(resolve)
      const at = (place: string): readonly Field[] =>
        parameters.filter((one) => one.in === place).map(fieldOf)
      const body = resolve(operation.requestBody)
      const [content] = Object.values(partOf(body.content))
      const query = at('query')
      const fields = content === undefined ? query : bodyFields(partOf(content).schema)
      return {
        id,
        tag: textIn(listOf(operation.tags)[0]) ?? '',
        summary: textIn(operation.summary) ?? id,
        path: at('path'),
        input: content === undefined && query.length === 0 ? undefined : fields,
        needsInput: body.required === true,
      }
    }),
  )

  function fieldOf({
    name,
    required,
    description,
    schema,
  }: Readonly<Record<string, unknown>>): Field {
    const text = textIn(description)
    return {
      name: textIn(name) ?? '',
      kind: kindOf(resolve(schema), resolve),
      isRequired: required === true,
      ...(text !== undefined && { description: text }),
    }
  }

  function bodyFields(schema: unknown): readonly Field[] {
    return fieldsOf(resolve(schema), resolve)
  }
}
