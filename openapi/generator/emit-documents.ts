import { format } from './format.ts'
import type { Output } from './output.ts'

/** Where the bundled document of each API is kept: the mock answers it, and the package publishes the first. */
export const documentFiles = {
  api: 'mocks/generated/documents/openapi.json',
  control: 'mocks/generated/documents/control.json',
} as const

/** The documents, each as one file. */
export async function emitDocuments(
  documents: Readonly<Record<keyof typeof documentFiles, object>>,
): Promise<Output> {
  const texts = [
    [documentFiles.api, documents.api],
    [documentFiles.control, documents.control],
  ] as const
  const formatted = texts.map(
    async ([path, document]) => [path, await format(path, JSON.stringify(document))] as const,
  )
  return new Map(await Promise.all(formatted))
}
