import { brief } from './brief.ts'

/** A text from outside as a message quotes it: briefly, and with what controls the output escaped. */
export const quoted = (text: unknown): string => JSON.stringify(brief(String(text)))
