import { format } from './format.ts'
import type { Output } from './output.ts'
import { banner, docComment } from './printer.ts'

/**
 * Documents as the mock answers them, a module each: they are large, so that each is loaded when it is asked
 * for. Their types say nothing of what is in them, which would cost the compiler's time.
 */
export async function emitDocuments(documents: Readonly<Record<string, object>>): Promise<Output> {
  const texts = Object.entries(documents).flatMap(([name, document]) => {
    const path = `mocks/generated/documents/${name}`
    return [
      [`${path}.js`, `// ${banner}\n\nexport const document = ${JSON.stringify(document)}\n`],
      [
        `${path}.d.ts`,
        `// ${banner}\n\n${docComment('An OpenAPI document, as one object.')}export const document: object\n`,
      ],
    ] as const
  })
  const formatted = texts.map(async ([path, text]) => [path, await format(path, text)] as const)
  return new Map(await Promise.all(formatted))
}
