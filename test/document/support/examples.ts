/** The requests that the document shows as examples of a policy. */
import fc, { type Arbitrary } from 'fast-check'
import type { Operation } from './document.ts'
import type { Draft } from './draft.ts'
import { queryText } from './query-text.ts'

/** The example of that name: its path, query and body, as the caller that it names. */
function exampleOf(operation: Operation, name: string): Draft {
  const { body, path, pathParameters, query } = operation
  const target = pathParameters.reduce(
    (filled, { name: parameter, examples = {} }) =>
      filled.replace(`{${parameter}}`, encodeURIComponent(String(examples[name]?.value))),
    path,
  )
  const asked = query.flatMap(({ name: parameter, examples = {} }) => {
    const { value } = examples[name] ?? {}
    return value === undefined ? [] : [[parameter, value] as const]
  })
  const sent = body?.examples[name]?.value
  const callers = [...pathParameters, ...query, ...(body ? [body] : [])]
  const [caller] = callers.flatMap(({ examples = {} }) => examples[name]?.['x-caller'] ?? [])
  return {
    operation,
    method: operation.method,
    target: target + queryText(Object.fromEntries(asked)),
    as: caller,
    headers: { ...(sent !== undefined && { 'content-type': body?.types[0] ?? '' }) },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  }
}

/** Examples of an operation under a policy, if it has any. */
export function exampleRequests(operation: Operation, policy: string): readonly Arbitrary<Draft>[] {
  const { body, pathParameters, query } = operation
  const all = [...pathParameters, ...query, ...(body ? [body] : [])].flatMap(({ examples = {} }) =>
    Object.entries(examples),
  )
  const names = all.flatMap(([name, one]) => (one['x-policy'] === policy ? [name] : []))
  const drafts = [...new Set(names)].map((name) => exampleOf(operation, name))
  return drafts.length === 0 ? [] : [fc.constantFrom(...drafts)]
}
