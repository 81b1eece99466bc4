import { format } from '../../openapi/generator/format.ts'

/** The text as the generator writes it. */
export const formatted = (text: string) => format('emitted.ts', text)
