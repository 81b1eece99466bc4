/** A query as it follows the path; empty for none. */
export const queryText = (query: Readonly<Record<string, unknown>>): string => {
  const text = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  ).toString()
  return text === '' ? '' : `?${text}`
}
