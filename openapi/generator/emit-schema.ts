import openapiTS, { astToString } from 'openapi-typescript'
import { isRecord } from '../../src/core/base/kind-of.ts'
import { sourceFile } from './printer.ts'
import type { Spec } from './spec.ts'

/** The document's types as openapi-typescript prints them. */
export async function emitSchema({ document }: Spec): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document, onlyTypes), {
    // A request may leave out a key with a default.
    defaultNonNullable: false,
    silent: true,
  })
  return sourceFile([], plainComments(astToString(nodes)))
}

/**
 * Closes the types that a server reads openly, and leaves out extensions, whose `allOf` or `anyOf` would be mistaken for a schema's, and the width of
 * integers, which are all `number`.
 */
const onlyTypes = (key: string, value: unknown) =>
  key.startsWith('x-') || (key === 'format' && value === 'int32') ? undefined : closed(value)

const closed = (value: unknown) =>
  isRecord(value) && value['x-closed'] ? { ...value, additionalProperties: false } : value

/** The text without tags that repeat the types, and that editors and typedoc trip over. */
export const plainComments = (text: string) =>
  text
    .replaceAll(/^( *(?:\/\*\*| \*)) @description /gm, '$1 ')
    .replaceAll(/^ *\/\*\* @(?:constant|enum \{.*\}) \*\/\n/gm, '')
    .replaceAll(/^ *\* @(?:constant|enum \{.*\})\n/gm, '')
