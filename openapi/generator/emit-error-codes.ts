import type { Schema } from './document.ts'
import { docComment, literal, sourceFile, union } from './printer.ts'
import type { Spec } from './spec.ts'

const suffix = 'Problem'

/** A closed union of codes for each kind of problem, and of all. */
export function emitErrorCodes(spec: Spec): string {
  const problems = problemsOf(spec)
  return sourceFile(
    [],
    ...problems.map(
      ({ name, status, codes }) =>
        docComment(`The codes of a ${String(status)} answer.`) +
        `export type ${name} = ${union(codes.map(literal))}\n`,
    ),
    docComment('Every code that an answer of the platform can carry.') +
      `export type ErrorCode = ${union(problems.map(({ name }) => name))}\n`,
  )
}

/** The codes by status, for the mock. */
export function emitProblemCodes(spec: Spec): string {
  const byStatus = Object.fromEntries(
    problemsOf(spec).map(({ status, codes }) => [String(status), codes] as const),
  )
  return sourceFile(
    ["import type { ProblemCode } from '../../src/generated/models.ts'"],
    docComment('The codes of problems, by status.') +
      `export const problemCodes: Readonly<Record<number, readonly ProblemCode[]>> = ${JSON.stringify(byStatus)}\n`,
  )
}

function problemsOf({ schemas }: Spec) {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const codes = codesOf(schema)
    return name.endsWith(suffix) && codes.length > 0
      ? [
          {
            name: name.replace(suffix, 'Code'),
            status: schema.properties?.['status']?.enum?.[0],
            codes,
          },
        ]
      : []
  })
}

function codesOf(schema: Schema): readonly unknown[] {
  return schema.properties?.['code']?.enum ?? []
}
