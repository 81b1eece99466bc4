/** A text from outside as a message repeats it: no longer than it takes to tell which is meant. */
export const brief = (text: string, most = 100): string =>
  text.length > most ? `${text.slice(0, most)}…` : text
