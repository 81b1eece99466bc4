import type { Example, Operation, Parameter, Response } from './document.ts'

/** An example of an operation: what is sent, and what the mock answers. */
export interface ShownExample {
  readonly name: string
  readonly summary: string
  readonly caller: string
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body: { readonly type: string; readonly value: unknown } | undefined
  readonly status: string
  /** Undefined where the answer has no body. */
  readonly answer: unknown
}

interface Parts {
  readonly parameters: readonly Parameter[]
  readonly responses: Readonly<Record<string, Response>>
}

/** The examples of an operation that are true of the policy. */
export function examplesOf(
  { requestBody }: Operation,
  { parameters, responses }: Parts,
  policy: string,
): readonly ShownExample[] {
  const [type = '', sent] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const answers = Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.entries(Object.values(content)[0]?.examples ?? {}).map(
      ([name, example]) => [name, { status, example }] as const,
    ),
  )
  const answered = new Map(answers)
  const all = [...parameters, ...(sent ? [sent] : [])].flatMap(({ examples = {} }) =>
    Object.entries(examples),
  )
  const named = new Map<string, Example>([
    ...all,
    ...answers.map(([name, { example }]) => [name, example] as const),
  ])
  const success = Object.keys(responses).find((status) => status < '300') ?? ''
  return [...named]
    .filter(([, example]) => example['x-policy'] === policy)
    .map(([name, example]): ShownExample => {
      const valuesIn = (place: string) =>
        Object.fromEntries(
          parameters.flatMap(({ in: at, name: key, examples }) => {
            const given = at === place ? examples?.[name] : undefined
            return given ? [[key, given.value] as const] : []
          }),
        )
      const body = sent?.examples?.[name]
      const answer = answered.get(name)
      return {
        name,
        summary: example.summary,
        caller: example['x-caller'],
        path: valuesIn('path'),
        query: valuesIn('query'),
        header: valuesIn('header'),
        body: body && { type, value: body.value },
        status: answer?.status ?? success,
        answer: answer?.example.value,
      }
    })
}
