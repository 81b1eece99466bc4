/** The message of a failed assertion, without colours. */
export function messageOf(assertion: () => void): string {
  try {
    assertion()
  } catch (error) {
    return plain(error)
  }
  throw new Error('The assertion held.')
}

/** The message of an error, without colours. */
export const plain = (error: unknown): string =>
  // oxlint-disable-next-line no-control-regex -- The codes of colours begin with it.
  (error instanceof Error ? error.message : String(error)).replaceAll(/\u001b\[\d+m/g, '')
