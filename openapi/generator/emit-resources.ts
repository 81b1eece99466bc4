import { answerShape } from './answer-shape.ts'
import { exampleOf } from './example.ts'
import { inputModels, inputType, keyedInputs } from './inputs.ts'
import { operationDoc, whoMayCallPage } from './operation-doc.ts'
import { block, docComment, importTypes, literal, sourceFile } from './printer.ts'
import { readingOf } from './reading.ts'
import { type Resource, resourceTree } from './resource-tree.ts'
import type { Body, Operation, Result, Spec } from './spec.ts'

/** One file per resource: its interface, and its implementation as a list of operations. */
export async function emitResources(spec: Spec): Promise<Map<string, string>> {
  const keyed = keyedInputs(spec)
  const { all } = resourceTree(spec, keyed)
  const files = new Map([['resources/index.ts', emitIndex(all)]])
  for (const resource of all)
    files.set(`resources/${resource.file}`, await emitResource(resource, spec, keyed))
  return files
}

/** The interfaces alone, for the package's own index. */
const emitIndex = (resources: readonly Resource[]) =>
  sourceFile(resources.map(({ typeName, file }) => `export type { ${typeName} } from './${file}'`))

async function emitResource(resource: Resource, spec: Spec, keyed: ReadonlySet<string>) {
  const { operations, children, typeName, functionName, generic } = resource
  const methods = await Promise.all(operations.map((o) => emitMethod(o, spec, keyed)))
  return sourceFile(
    imports(resource, spec),
    docComment(resource.description) +
      block(
        `export interface ${typeName}${generic ? '<K extends PolicyKeys = AnyKeys>' : ''}`,
        [...children.map(emitChild), ...methods],
        '\n\n',
      ),
    docComment(
      `Makes \`client.${resource.id}\` from a core, such as that of \`createCore\` from 'rolecall/core'.`,
    ) +
      `export function ${functionName}${generic ? '<K extends PolicyKeys = AnyKeys>' : ''}` +
      `(core: Core): ${resource.type} {\n` +
      emitReturn(resource, spec) +
      '}\n',
  )
}

function imports({ operations, children, generic }: Resource, spec: Spec) {
  const results = operations.map(({ result }) => result)
  const models = [...operations.flatMap(inputModels), ...results.flatMap(resultModel)]
  const promised = results.some(({ kind }) => kind !== 'page')
  const paged = results.some(({ kind }) => kind === 'page')
  const updated = operations.some((operation) => readingOf(operation, spec))
  return [
    promised ? importTypes(['APIPromise'], '../../core/answers/api-promise.ts') : undefined,
    importTypes(['Core'], '../../core/core.ts'),
    paged ? importTypes(['PagePromise'], '../../core/answers/page-promise.ts') : undefined,
    importTypes(['RequestOptions'], '../../core/options/request-options.ts'),
    updated ? importTypes(['Patch'], '../../core/send/update.ts') : undefined,
    importTypes(models, '../models.ts'),
    generic ? importTypes(['AnyKeys', 'PolicyKeys'], '../policies.ts') : undefined,
    ...children.flatMap(({ file, functionName, typeName }) => [
      `import { ${functionName} } from './${file}'`,
      importTypes([typeName], `./${file}`),
    ]),
  ]
}

const resultModel = (result: Result): string[] => {
  if (result.kind === 'nothing') return []
  return [result.kind === 'page' ? result.item : result.model]
}

const emitChild = ({ name, type, description }: Resource) =>
  `${docComment(description)}readonly ${name}: ${type}`

async function emitMethod(operation: Operation, spec: Spec, keyed: ReadonlySet<string>) {
  const doc = operationDoc(
    operation,
    spec,
    await exampleOf(operation, spec),
    `../../../${whoMayCallPage}`,
  )
  return `${doc}${operation.name}(${parameters(operation, spec, keyed)}): ${resultType(operation.result)}`
}

function parameters(operation: Operation, spec: Spec, keyed: ReadonlySet<string>) {
  const { pathArguments, body, query } = operation
  return [
    ...pathArguments.map(({ name }) => `${name}: string`),
    ...(body ? [`body${body.required ? '' : '?'}: ${bodyType(body, operation, spec, keyed)}`] : []),
    ...(query ? [`query${query.required ? '' : '?'}: ${inputType(query.model, keyed)}`] : []),
    'options?: RequestOptions',
  ].join(', ')
}

function bodyType({ model }: Body, operation: Operation, spec: Spec, keyed: ReadonlySet<string>) {
  const sent = inputType(model, keyed)
  const current = readingOf(operation, spec)?.success.model
  return current ? `Patch<${current}, ${sent}>` : sent
}

function resultType(result: Result): string {
  if (result.kind === 'nothing') return 'APIPromise<void>'
  return result.kind === 'page' ? `PagePromise<${result.item}>` : `APIPromise<${result.model}>`
}

/** The endpoints of the resource for the core, and the resources inside it. */
function emitReturn({ id, operations, children }: Resource, spec: Spec): string {
  const endpoints = operations.map((operation) => [operation.name, endpointOf(operation)] as const)
  const answers = operations.flatMap((operation) => {
    const shape = operation.result.kind === 'page' ? undefined : answerShape(operation, spec)
    return shape ? [[operation.name, shape] as const] : []
  })
  const given = [id, Object.fromEntries(endpoints), Object.fromEntries(answers)]
  const methods = `core.resource(${given
    .slice(0, answers.length ? 3 : 2)
    .map(literal)
    .join(', ')})`
  if (!children.length) return `return ${methods}\n`
  return block('return', [
    ...children.map((child) => `${child.name}: ${child.functionName}(core),`),
    `...${methods},`,
  ])
}

function endpointOf({ method, path, result, body, query, headers }: Operation) {
  const verb = result.kind === 'page' ? 'LIST' : method.toUpperCase()
  const input = body ? (body.required ? 'body' : 'optional body') : query ? 'query' : undefined
  const takes = method === 'post' && headers.includes('If-Match') ? 'ifMatch' : undefined
  const given = [verb, path, input, takes]
  return given.slice(0, given.findLastIndex((value) => value !== undefined) + 1)
}
