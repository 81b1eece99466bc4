import type {
  Document,
  HttpMethod,
  Media,
  OperationObject,
  Parameter,
  PathItem,
  RequestBody,
  Response,
} from './document.ts'
import type { Example } from './examples/example.ts'
import { readAffects } from './read-affects.ts'
import { inputSchema, readAsksAbout, readBatch, readHandsOut } from './read-input.ts'
import { readDeed, readOpenTo, readTarget } from './read-deed.ts'
import { readReferences } from './read-references.ts'
import { capitalize, pascalCase, refName } from './names.ts'
import type { Answer, Argument, Body, Operation, Result } from './spec.ts'

export interface OperationSource {
  readonly document: Document
  readonly path: string
  readonly item: PathItem
  readonly method: HttpMethod
  readonly source: OperationObject
  /** The example that is kept beside the document. */
  readonly example?: Example | undefined
  /** Notes a fault. The result is then not used. */
  readonly fault: (text: string) => void
}

/** Reads one operation, and follows its references. */
export function readOperation(context: OperationSource): Operation {
  const { document, path, item, method, source, fault } = context
  const id = source.operationId ?? ''
  const words = id.split('.')
  if (words.length < 2) fault('needs an operationId such as `roles.create`.')
  for (const key of ['summary', 'description'] as const)
    if (!source[key]?.trim()) fault(`needs a ${key}.`)

  const parameters = [...(item.parameters ?? []), ...(source.parameters ?? [])].map((parameter) =>
    follow(document.components?.parameters, parameter),
  )
  const answers = Object.entries(source.responses ?? {}).map(([status, response]) =>
    readAnswer(document, status, response, fault),
  )
  const success = answers.find(({ status }) => status < 300)
  if (!success) fault('needs a 2xx response.')
  const result = readResult(document, success)
  const body =
    source.requestBody &&
    readBody(context, follow(document.components?.requestBodies, source.requestBody))
  // The client sends the body of a PATCH as a merge patch, and no other body.
  if ((method === 'patch') !== (body?.mergePatch === true))
    fault('must take application/merge-patch+json if it is a PATCH, and only then.')
  const resource = words.slice(0, -1).join('.')
  const name = words.at(-1) ?? ''
  const pathArguments = readPathArguments(context, parameters)
  const query = readQuery(context, parameters, queryModel(resource, name, result))
  const target = readTarget(context, pathArguments)
  const input = inputSchema(document, body, query)
  return {
    id,
    resource,
    name,
    method,
    path,
    summary: source.summary?.trim() ?? '',
    description: source.description?.trim() ?? '',
    pathArguments,
    query,
    body,
    success: success ?? { status: 200, model: undefined, description: '' },
    result,
    problems: answers.filter(({ status }) => status >= 400),
    headers: parameters.filter((p) => p.in === 'header').map((p) => p.name),
    public: source.security?.length === 0,
    enforcementPoint: source.security?.some((scheme) => 'enforcementPoint' in scheme) ?? false,
    affects: readAffects(context),
    target,
    deed: readDeed(context, target, success?.status ?? 200, result),
    openTo: readOpenTo(context),
    asksAbout: readAsksAbout(context, input),
    batch: readBatch(input),
    references: readReferences(input, document, fault),
    handsOut: readHandsOut(context, input),
  }
}

function readPathArguments(context: OperationSource, parameters: readonly Parameter[]) {
  const { path, example, fault } = context
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): Argument => {
    const parameter = parameters.find((p) => p.in === 'path' && p.name === name)
    if (!parameter) fault(`needs a path parameter named ${name}.`)
    const argument = toArgument(parameter ?? { name, in: 'path' }, example?.path)
    if (parameter && argument.example === undefined)
      fault(`needs an example of the path parameter ${name}.`)
    return { ...argument, required: true }
  })
}

function readQuery(
  { example, fault }: OperationSource,
  parameters: readonly Parameter[],
  model: string,
) {
  const own = parameters
    .filter((p) => p.in === 'query')
    .map((parameter) => toArgument(parameter, example?.query))
  for (const { name, description } of own)
    if (!description) fault(`needs a description of the query parameter ${name}.`)
  return own.length === 0
    ? undefined
    : { model, parameters: own, required: own.some(({ required }) => required) }
}

const toArgument = (parameter: Parameter, shown: Example['path'] = {}): Argument => ({
  name: parameter.name,
  description: parameter.description?.trim() ?? '',
  schema: parameter.schema ?? {},
  required: parameter.required ?? false,
  example: shown[parameter.name] ?? exampleOf(parameter) ?? parameter.schema?.examples?.[0],
})

function readBody({ example: shown, fault }: OperationSource, body: RequestBody): Body {
  const types = Object.keys(body.content)
  const media = Object.values(body.content)
  const model = refName(media[0]?.schema)
  if (!model) fault('needs a request body whose schema is a reference to a named schema.')
  const example = shown?.body ?? media.map(exampleOf).find((value) => value !== undefined)
  if (example === undefined) fault('needs an example of its request body.')
  return {
    model: model ?? '',
    description: body.description?.trim() ?? '',
    required: body.required ?? false,
    mergePatch: types.includes('application/merge-patch+json'),
    example,
  }
}

function readAnswer(
  document: Document,
  status: string,
  response: Response,
  fault: OperationSource['fault'],
): Answer {
  const { description, content } = follow(document.components?.responses, response)
  const media = Object.values(content ?? {})[0]
  const model = refName(media?.schema)
  if (media && !model) fault(`needs a named schema for its ${status} response.`)
  return { status: Number(status), model, description: description?.trim() ?? '' }
}

function readResult(document: Document, success: Answer | undefined): Result {
  const model = success?.model
  if (!model) return { kind: 'nothing' }
  const { data, nextCursor } = document.components?.schemas?.[model]?.properties ?? {}
  const item = refName(data?.items)
  return item && nextCursor ? { kind: 'page', model, item } : { kind: 'model', model }
}

function queryModel(resource: string, name: string, result: Result): string {
  const subject = result.kind === 'page' ? result.item : pascalCase(resource)
  return `${subject}${capitalize(name)}Query`
}

const exampleOf = ({ example, examples }: Media | Parameter): unknown =>
  example ?? Object.values(examples ?? {})[0]?.value

/** The target of a reference. The bundle keeps all targets in its components. */
function follow<T extends { readonly $ref?: string }>(
  components: Readonly<Record<string, T>> | undefined,
  node: T,
): T {
  const target = node.$ref && components?.[node.$ref.split('/').at(-1) ?? '']
  return target ? follow(components, target) : node
}
