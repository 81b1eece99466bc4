import type { Schema } from './document.ts'
import { docComment, literal, sourceFile, union } from './printer.ts'
import type { Spec } from './spec.ts'

const suffix = 'Problem'

/** A closed union of codes for each kind of problem, and of all. */
export function emitErrorCodes({ schemas }: Spec): string {
  const problems = Object.entries(schemas).flatMap(([name, schema]) => {
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

function codesOf(schema: Schema): readonly unknown[] {
  return schema.properties?.['code']?.enum ?? []
}
