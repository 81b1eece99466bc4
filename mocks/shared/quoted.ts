import { printable } from '../../src/core/base/printable.ts'
import { cut } from './brief.ts'

/** A text from outside in quotes, for a message: short, with control characters escaped. */
export const quoted = (text: unknown): string => printable(JSON.stringify(cut(String(text))))
