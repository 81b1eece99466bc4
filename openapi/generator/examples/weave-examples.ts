import {
  type Components,
  type Document,
  httpMethods,
  type Media,
  type OperationObject,
  type Parameter,
  type PathItem,
  type Response,
} from '../document.ts'
import type { AnsweredExample } from './answer-examples.ts'

/**
 * The document with examples of the same name in the parameters, the body and the answer of each operation.
 * A parameter with examples becomes the operation's own.
 */
export function weaveExamples(document: Document, examples: readonly AnsweredExample[]): Document {
  const { components = {} } = document
  const paths = Object.entries(document.paths).map(
    ([path, item]) => [path, weaveItem(item, components, examples)] as const,
  )
  return withoutUnused({
    ...document,
    paths: Object.fromEntries(paths),
    components: { ...components, responses: weaveShared(components, examples) },
  })
}

function weaveItem(
  { parameters = [], ...item }: PathItem,
  components: Components,
  examples: readonly AnsweredExample[],
): PathItem {
  const woven = httpMethods.flatMap((method) => {
    const operation = item[method]
    if (operation === undefined) return []
    const all = { ...operation, parameters: [...parameters, ...(operation.parameters ?? [])] }
    const own = examples.filter((one) => one.operation === operation.operationId)
    return [[method, weaveOperation(all, components, own)] as const]
  })
  return { ...item, ...Object.fromEntries(woven) }
}

function weaveOperation(
  operation: OperationObject,
  components: Components,
  own: readonly AnsweredExample[],
): OperationObject {
  const { parameters = [], requestBody, responses = {} } = operation
  const bodies = shownOf(own, ({ body }) => body)
  const answers = Object.entries(responses).map(([status, response]) => {
    const answered = own.filter((one) => String(one.status) === status)
    return [status, weaveResponse(response, components, answered)] as const
  })
  return {
    ...operation,
    parameters: parameters.map((parameter) => weaveParameter(parameter, components, own)),
    ...(requestBody && {
      requestBody: { ...requestBody, content: weaveContent(requestBody.content, bodies) },
    }),
    responses: Object.fromEntries(answers),
  }
}

function weaveParameter(
  parameter: Parameter,
  { parameters = {} }: Components,
  own: readonly AnsweredExample[],
): Parameter {
  const target = follow(parameters, parameter)
  const { in: place, name } = target
  const examples = shownOf(own, (one) => (place === 'cookie' ? undefined : one[place][name]))
  return Object.keys(examples).length === 0 ? parameter : { ...target, examples }
}

function weaveResponse(
  response: Response,
  { responses = {} }: Components,
  own: readonly AnsweredExample[],
): Response {
  const examples = shownOf(own, ({ answer }) => answer)
  if (Object.keys(examples).length === 0) return response
  const { content = {}, ...rest } = follow(responses, response)
  return { ...rest, content: weaveContent(content, examples) }
}

/** The shared responses: one whose status an example has gets the first of them. */
function weaveShared({ responses = {} }: Components, examples: readonly AnsweredExample[]) {
  const shared = Object.entries(responses).map(([name, response]) => {
    const example = examples.find(({ answer }) => isLike(answer, response))
    return [name, weaveResponse(response, {}, example ? [example] : [])] as const
  })
  return Object.fromEntries(shared)
}

/** Whether an answer has the code of the response's own example. */
function isLike(answer: unknown, { content = {} }: Response): boolean {
  const { example } = Object.values(content)[0] ?? {}
  return codeOf(answer) !== undefined && codeOf(answer) === codeOf(example)
}

const codeOf = (problem: unknown): unknown =>
  typeof problem === 'object' && problem !== null && 'status' in problem && 'code' in problem
    ? problem.code
    : undefined

/** A body has its examples once, in the first of its media types. */
function weaveContent(
  content: Readonly<Record<string, Media>>,
  examples: Readonly<Record<string, object>>,
): Readonly<Record<string, Media>> {
  const [first, ...others] = Object.entries(content)
  if (first === undefined || Object.keys(examples).length === 0) return content
  const [type, { example: _, ...media }] = first
  return Object.fromEntries([[type, { ...media, examples }], ...others])
}

/** The examples that have a value, as OpenAPI writes them, by name. */
const shownOf = (
  examples: readonly AnsweredExample[],
  valueOf: (example: AnsweredExample) => unknown,
) =>
  Object.fromEntries(
    examples.flatMap((example) => {
      const value = valueOf(example)
      const { name, policy, caller, after, shortened } = example
      const extensions = {
        'x-policy': policy,
        'x-caller': caller,
        ...(after !== undefined && { 'x-after': after.join('#') }),
        ...(shortened && { 'x-shortened': true }),
      }
      return value === undefined
        ? []
        : [[name, { summary: summaryOf(example), value, ...extensions }] as const]
    }),
  )

const summaryOf = ({ policy, caller, after, shortened }: AnsweredExample): string =>
  [
    `Policy ${policy}, scenario acme, as ${caller}`,
    ...(after === undefined ? [] : [`after example ${after[1]} of ${after[0]}`]),
    ...(shortened ? ['shortened'] : []),
  ].join(', ')

/** Parameters that became the operations' own are shared no more. */
function withoutUnused(document: Document): Document {
  const { components = {} } = document
  const text = JSON.stringify(document.paths)
  const used = Object.entries(components.parameters ?? {}).filter(([name]) =>
    text.includes(`"#/components/parameters/${name}"`),
  )
  return { ...document, components: { ...components, parameters: Object.fromEntries(used) } }
}

const follow = <T extends { readonly $ref?: string }>(
  all: Readonly<Record<string, T>>,
  node: T,
): T => all[node.$ref?.split('/').at(-1) ?? ''] ?? node
