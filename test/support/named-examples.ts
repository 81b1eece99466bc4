import { readFileSync } from 'node:fs'
import {
  type Document,
  httpMethods,
  type HttpMethod,
  type OperationObject,
  type Parameter,
} from '../../openapi/generator/document.ts'
import type { PolicyName } from '../../src/generated/policies.ts'

/** An example of the published document: a request, and its answer. */
export interface NamedExample {
  readonly operation: string
  readonly name: string
  readonly policy: PolicyName
  readonly caller: string
  /** The operation and name of the example that comes before: `roles.create#adaptive`. */
  readonly after: string | undefined
  readonly shortened: boolean
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
  readonly answer: unknown
  /** The names in each parameter, and in the body. */
  readonly inputs: readonly (readonly string[])[]
}

interface Shown {
  readonly value: unknown
  readonly 'x-policy': PolicyName
  readonly 'x-caller': string
  readonly 'x-after'?: string
  readonly 'x-shortened'?: boolean
}

type ShownByName = Readonly<Record<string, Shown>>

const document: Document = JSON.parse(
  readFileSync('mocks/generated/documents/openapi.json', 'utf8'),
)

/** All examples that the published document has under a name. */
export const namedExamples = (): NamedExample[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method]
      return operation ? examplesOf(path, method, operation) : []
    }),
  )

function examplesOf(path: string, method: HttpMethod, operation: OperationObject): NamedExample[] {
  const { operationId = '', parameters = [], requestBody, responses = {} } = operation
  const given = parameters.filter(({ examples }) => examples !== undefined)
  const [type = '', media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.entries(shown(Object.values(content)[0])).map(
      ([name, example]) => [name, { status: Number(status), example }] as const,
    ),
  )
  const answerOf = new Map(answers)
  const inputs = [...given, ...(media ? [media] : [])].map((one) => Object.keys(shown(one)))
  const names = [...new Set([...inputs.flat(), ...answerOf.keys()])]
  return names.map((name) => {
    const valueOf = (parameter: Parameter) => String(shown(parameter)[name]?.value)
    const inPlace = (place: Parameter['in']) =>
      given.filter((one) => one.in === place).map((one) => [one.name, valueOf(one)] as const)
    const query = new URLSearchParams(Object.fromEntries(inPlace('query'))).toString()
    const body = shown(media)[name]
    const answer = answerOf.get(name)
    const example = answer?.example ?? given.map((one) => shown(one)[name]).find(Boolean)
    if (example === undefined) throw new Error(`${operationId} has no example ${name}.`)
    const target = inPlace('path').reduce((at, [key, to]) => at.replace(`{${key}}`, to), path)
    return {
      operation: operationId,
      name,
      policy: example['x-policy'],
      caller: example['x-caller'],
      after: example['x-after'],
      shortened: example['x-shortened'] ?? false,
      method: method.toUpperCase(),
      target: query === '' ? target : `${target}?${query}`,
      headers: { ...Object.fromEntries(inPlace('header')), ...(body && { 'Content-Type': type }) },
      ...(body && { body: JSON.stringify(body.value) }),
      status: answer?.status ?? Number(Object.keys(responses).find((status) => status < '300')),
      answer: answer?.example.value,
      inputs,
    }
  })
}

/** The examples of a parameter or body. The document's type has only what every OpenAPI document has. */
function shown(holder: { readonly examples?: unknown } | undefined): ShownByName {
  const { examples = {} }: { readonly examples?: ShownByName } = JSON.parse(
    JSON.stringify(holder ?? {}),
  )
  return examples
}
