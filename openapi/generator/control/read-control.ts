import type { Document, OperationObject, Parameter, PathItem, Schema } from '../document.ts'
import { refName } from '../names.ts'
import { SpecError } from '../read-spec.ts'

/** An operation of the control document. */
export interface ControlOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  /** The status of its successful answer. */
  readonly success: number
  readonly body?: { readonly model: string; readonly required: boolean }
  /** The schema of its query, by parameter. */
  readonly query?: Readonly<Record<string, Schema>>
  /** The names that its body may have at the top, if they are closed. */
  readonly keys?: readonly string[]
  /** The largest body that it takes over HTTP, in bytes. */
  readonly largestBody?: number
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Reads the control document. Throws a {@link SpecError} for an operation without a name or a success. */
export function readControl(document: Document): readonly ControlOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const source = item[method]
      return source
        ? [readOperation(document, item, `${method.toUpperCase()} ${path}`, source)]
        : []
    }),
  )
}

function readOperation(
  document: Document,
  item: PathItem,
  place: string,
  source: OperationObject,
): ControlOperation {
  const [method = '', path = ''] = place.split(' ')
  const { operationId: id, requestBody, responses = {}, 'x-largest-body': largestBody } = source
  const success = Object.keys(responses).find((status) => status.startsWith('2'))
  if (id === undefined || success === undefined)
    throw new SpecError([`openapi/control: ${place} needs an operationId and a 2xx response.`])
  const parameters = [...(item.parameters ?? []), ...(source.parameters ?? [])].map((one) =>
    follow(document, one),
  )
  const query = parameters.filter((one) => one.in === 'query')
  const model = refName(requestBody?.content['application/json']?.schema)
  const { properties, additionalProperties } = document.components?.schemas?.[model ?? ''] ?? {}
  return {
    id,
    method,
    path,
    success: Number(success),
    ...(model !== undefined && { body: { model, required: requestBody?.required === true } }),
    ...(query.length > 0 && {
      query: Object.fromEntries(query.map(({ name, schema = {} }) => [name, schema])),
    }),
    ...(largestBody !== undefined && { largestBody }),
    ...(additionalProperties === false && properties && { keys: Object.keys(properties) }),
  }
}

const follow = ({ components }: Document, parameter: Parameter): Parameter =>
  components?.parameters?.[parameter.$ref?.split('/').at(-1) ?? ''] ?? parameter
