import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { PolicyName } from '../../../src/generated/policies.ts'
import { type Document, httpMethods, type OperationObject } from '../document.ts'
import { SpecError } from '../read-spec.ts'
import type { Example, Examples } from './example.ts'
import { type ExampleRequest, requestOf } from './request-of.ts'
import { shorten } from './shorten.ts'

/** An example with the answer of the mock. */
export interface AnsweredExample extends Example {
  /** Undefined where the answer has no body. */
  readonly answer: unknown
}

/** Requests to a new mock, one after the other. */
export interface Asked {
  readonly policy: PolicyName
  readonly requests: readonly (ExampleRequest & { readonly caller: string })[]
}

/** The answer to the last request. */
export interface Answered {
  readonly status: number
  readonly body: string
}

/**
 * Asks the mock for the answer to each example. Throws a {@link SpecError} if one gets another status than
 * it should. The mock runs in a process of its own, which loads the files that were just generated.
 */
export function answerExamples(document: Document, examples: Examples): AnsweredExample[] {
  const all = [...examples.values()].flat()
  const answers = askMock(all.map((example) => askedOf(document, example, examples)))
  const faults: string[] = []
  const answered = all.map((example, index) => {
    const { status, body } = answers[index] ?? { status: 0, body: '' }
    if (status !== example.status)
      faults.push(
        `examples: ${example.operation}, ${example.name}, must be a ${example.status}, and the mock answers ${status}: ${body}`,
      )
    return { ...example, answer: answerOf(document, example, body) }
  })
  if (faults.length > 0) throw new SpecError(faults)
  return answered
}

function askMock(asked: readonly Asked[]): readonly Answered[] {
  const program = join(import.meta.dirname, 'ask-mock.ts')
  const options = { input: JSON.stringify(asked), encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  return JSON.parse(execFileSync(process.execPath, [program], options))
}

function askedOf(document: Document, example: Example, examples: Examples): Asked {
  const { policy, after: [operation = '', before] = [] } = example
  const first = examples.get(operation)?.find(({ name }) => name === before)
  const requests = [...(first ? [first] : []), example].map((one) => ({
    ...requestOf(document, one),
    caller: one.caller,
  }))
  return { policy, requests }
}

function answerOf(document: Document, example: Example, body: string): unknown {
  if (body === '') return undefined
  const answer: unknown = JSON.parse(body)
  if (!example.shortened) return answer
  const { content = {} } = operationOf(document, example)?.responses?.[example.status] ?? {}
  return shorten(answer, Object.values(content)[0]?.schema ?? {}, document)
}

const operationOf = ({ paths }: Document, example: Example): OperationObject | undefined =>
  Object.values(paths)
    .flatMap((item) => httpMethods.map((method) => item[method]))
    .find((operation) => operation?.operationId === example.operation)
