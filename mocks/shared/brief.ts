import { printable } from '../../src/core/base/printable.ts'

/** A text from outside as it is kept: no longer than it takes to tell which is meant. */
export const cut = (text: string, most = 100): string =>
  text.length > most ? `${text.slice(0, most)}…` : text

/** A text from outside as a message repeats it: short, and with what controls the output escaped. */
export const brief = (text: string, most = 100): string => printable(cut(text, most))
