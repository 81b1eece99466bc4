import { printable } from '../../src/core/base/printable.ts'

/** Cuts a text from outside, to a length that still tells which one is meant. */
export const cut = (text: string, most = 100): string =>
  text.length > most ? `${text.slice(0, most)}…` : text

/** A text from outside for a message: short, with control characters escaped. */
export const brief = (text: string, most = 100): string => printable(cut(text, most))
