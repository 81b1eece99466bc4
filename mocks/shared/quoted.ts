import { printable } from '../../src/core/base/printable.ts'
import { cut } from './brief.ts'

/** A text from outside as a message quotes it: briefly, and with what controls the output escaped. */
export const quoted = (text: unknown): string => printable(JSON.stringify(cut(String(text))))
