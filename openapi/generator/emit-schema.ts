import openapiTS, { astToString } from 'openapi-typescript'
import { sourceFile } from './printer.ts'
import type { Spec } from './spec.ts'

/** The document's types as openapi-typescript prints them. */
export async function emitSchema({ document }: Spec): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document, withoutExtensions), {
    // A key with a default may be left out of a request.
    defaultNonNullable: false,
    silent: true,
  })
  return sourceFile([], plainComments(astToString(nodes)))
}

// An extension's own `allOf` or `anyOf` would be taken for a schema's.
const withoutExtensions = (key: string, value: unknown) =>
  key.startsWith('x-') ? undefined : value

/** Without the tags that say what TypeScript says already, and that editors and typedoc trip over. */
const plainComments = (text: string) =>
  text
    .replaceAll(/^( *(?:\/\*\*| \*)) @description /gm, '$1 ')
    .replaceAll(/^ *\/\*\* @(?:constant|enum \{.*\}) \*\/\n/gm, '')
    .replaceAll(/^ *\* @(?:constant|enum \{.*\})\n/gm, '')
