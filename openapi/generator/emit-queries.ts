import { inputModels, inputType, keyedInputs } from './inputs.ts'
import { block, docComment, importTypes, literal, sourceFile } from './printer.ts'
import { type Resource, type ResourceTree, resourceTree } from './resource-tree.ts'
import type { Operation, Result, Spec } from './spec.ts'

const parameter = '<K extends PolicyKeys = AnyKeys>'

const invalidateDoc = `Invalidates cached answers that a write of the client may change, however it is made: by \`mutationOptions\`, by a method, or by a client that \`withOptions\` returns. Returns a function that stops this.

@throws A RolecallError if the cache is not a \`QueryClient\`.
@example
useEffect(() => platform.invalidateOnWrite(cache), [platform, cache])`

/** The queries of each resource, typed by the input and answer of its operations. */
export function emitQueries(spec: Spec): string {
  const keyed = keyedInputs(spec)
  const tree = resourceTree(spec, keyed)
  return sourceFile(
    [
      importTypes(['QueryClient', 'QueryKey'], '@tanstack/query-core'),
      importTypes(kinds(tree), '../query/operation-queries.ts'),
      importTypes(['QueryMaker'], '../query/query-maker.ts'),
      importTypes(models(tree), './models.ts'),
      importTypes(['AnyKeys', 'PolicyKeys'], './policies.ts'),
    ],
    docComment('Options for TanStack Query, one for each method of the client.') +
      block(`export interface Queries${parameter}`, [
        `${docComment('The start of the keys of all queries.')}readonly key: QueryKey`,
        `${docComment(invalidateDoc)}invalidateOnWrite(cache: QueryClient): () => void`,
        ...tree.top.map(emitProperty),
      ]),
    ...tree.all.map((resource) => emitResource(resource, keyed)),
    docComment('Makes the queries of a client.') +
      `export function createQueries<K extends PolicyKeys>(` +
      `{ key, list, query, mutation, invalidateOnWrite }: QueryMaker): Queries<K> {\n` +
      block('return', ['key: key(),', 'invalidateOnWrite,', ...tree.top.map(emitImplementation)]) +
      '}\n',
  )
}

function emitResource(resource: Resource, keyed: ReadonlySet<string>): string {
  const { id, operations, children, generic } = resource
  return (
    docComment(`The queries of \`client.${id}\`.`) +
    block(`export interface ${typeName(resource)}${generic ? parameter : ''}`, [
      `${docComment('The start of the keys of its queries.')}readonly key: QueryKey`,
      ...children.map(emitProperty),
      ...operations.map(
        (operation) =>
          `${docComment(`${operation.summary}.`)}readonly ${operation.name}: ${typeOf(operation, keyed)}`,
      ),
    ])
  )
}

const typeName = ({ typeName: client }: Resource) => client.replace(/Client$/, 'Queries')

const emitProperty = (resource: Resource) =>
  `${docComment(resource.description)}readonly ${resource.name}: ${typeName(resource)}${resource.generic ? '<K>' : ''}`

function typeOf(operation: Operation, keyed: ReadonlySet<string>): string {
  const { pathArguments, body, query, result } = operation
  const args = [
    ...pathArguments.map(({ name }) => `${name}: string`),
    ...(body ? [`body${body.required ? '' : '?'}: ${inputType(body.model, keyed)}`] : []),
    ...(query ? [`query${query.required ? '' : '?'}: ${inputType(query.model, keyed)}`] : []),
  ]
  return `${kindOf(operation)}<[${args.join(', ')}], ${answerOf(result)}>`
}

function answerOf(result: Result): string {
  if (result.kind === 'nothing') return 'void'
  return result.kind === 'page' ? result.item : result.model
}

function kindOf({ affects, result }: Operation): string {
  if (affects.length > 0) return 'Mutation'
  return result.kind === 'page' ? 'ListQuery' : 'Query'
}

const kinds = ({ all }: ResourceTree) => all.flatMap(({ operations }) => operations.map(kindOf))

const models = ({ all }: ResourceTree) =>
  all
    .flatMap(({ operations }) => operations)
    .flatMap((operation) => [...inputModels(operation), answerOf(operation.result)])
    .filter((model) => model !== 'void')

const emitImplementation = ({ id, name, children, operations }: Resource): string =>
  `${name}: ${block('', [
    `key: key('${id}'),`,
    ...children.map(emitImplementation),
    ...operations.map((operation) => `${operation.name}: ${emitCall(operation)},`),
  ]).trim()},`

function emitCall(operation: Operation): string {
  const { id, pathArguments, body, query, affects, result } = operation
  // The number of arguments: options follow them, even if the last one is left out.
  const count = pathArguments.length + (body || query ? 1 : 0)
  if (affects.length > 0) return `mutation(${literal(id)}, ${count}, ${literal(affects)})`
  return `${result.kind === 'page' ? 'list' : 'query'}(${literal(id)}, ${count})`
}
