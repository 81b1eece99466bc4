import { httpMethods, type LoadedDocument } from './document.ts'
import { readOperation } from './read-operation.ts'
import type { Operation, Spec } from './spec.ts'

/** All faults of the document that would leave a hole in the generated code. */
export class SpecError extends Error {
  override readonly name = 'SpecError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`The document can't be generated from:\n${faults.map((f) => `  - ${f}`).join('\n')}`)
    this.faults = faults
  }
}

/** Reads a bundled document. Throws a {@link SpecError} that lists every fault. */
export function readSpec({ document, files, examples }: LoadedDocument): Spec {
  const faults: string[] = []
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const source = item[method]
      if (!source) return []
      const place = `${files[path] ?? 'openapi.yaml'}: ${method.toUpperCase()} ${path}`
      const fault = (text: string) => faults.push(`${place} ${text}`)
      const example = examples?.get(source.operationId ?? '')?.[0]
      return [readOperation({ document, path, item, method, source, example, fault })]
    }),
  )
  faults.push(...sameDeeds(operations))
  if (faults.length > 0) throw new SpecError(faults)
  return { operations, schemas: document.components?.schemas ?? {}, document }
}

/** Code looks operations up by deed and type, so no two may have the same. */
const sameDeeds = (operations: readonly Operation[]): readonly string[] =>
  [...Map.groupBy(operations, ({ deed }) => deed && `${deed.verb} ${deed.type}`)].flatMap(
    ([deed, same]) =>
      deed === undefined || same.length < 2
        ? []
        : [
            `${same.map(({ id }) => id).join(' and ')} do the same (${deed}): tell them apart by x-does.`,
          ],
  )
