/** As many items. */
export const many = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index))

/** An object with as many keys. */
export const keys = (count: number, value: unknown): Record<string, unknown> =>
  Object.fromEntries(many(count, (index) => [`k${index}`, value]))

/** The length of the body as JSON. */
export const sizeOf = (body: unknown) => JSON.stringify(body).length
