import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requestsOf, responsesOf } from '../../mocks/generated/validators.js'
import type { Validate } from '../../mocks/generated/validators.js'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { httpMethods, loadDocument } from '../../openapi/generator/document.ts'
import type { Media } from '../../openapi/generator/document.ts'

const { document } = loadDocument(join(import.meta.dirname, '../../openapi/openapi.yaml'))

const sources = Object.values(document.paths).flatMap((item) =>
  httpMethods.flatMap((method) => item[method] ?? []),
)

const examplesOf = ({ example, examples }: Media): unknown[] =>
  example === undefined ? Object.values(examples ?? {}).map(({ value }) => value) : [example]

function faults(validate: Validate | undefined, media: Readonly<Record<string, Media>> = {}) {
  return Object.values(media)
    .flatMap(examplesOf)
    .filter((example) => validate?.(example) !== true)
    .map((example) => ({ example, errors: validate?.errors }))
}

test.each(sources.map((source) => [source.operationId, source] as const))(
  "the mock accepts and answers the document's examples of %s",
  (id, { requestBody, responses: answers = {} }) => {
    if (id === undefined || !isOperation(id)) throw new Error(`There is no operation ${id}.`)
    expect(faults(requestsOf(id).body, requestBody?.content)).toEqual([])
    for (const [status, { $ref, content }] of Object.entries(answers)) {
      const name = $ref?.split('/').at(-1) ?? ''
      const shared = document.components?.responses?.[name]?.content
      expect(faults(responsesOf(id)[Number(status)], content ?? shared)).toEqual([])
    }
  },
)
