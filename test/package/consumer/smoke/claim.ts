/** Throws unless the two are the same JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`${is} should be ${should}`)
}

/** Throws unless the text holds the part. */
export function holds(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`${JSON.stringify(text)} should hold ${part}`)
}

/** The rejection of a promise; throws unless it is of the class. */
export async function rejection<E extends Error>(
  promise: Promise<unknown>,
  errorClass: abstract new (...args: never[]) => E,
): Promise<E> {
  const [settled] = await Promise.allSettled([promise])
  if (settled.status === 'fulfilled') {
    throw new Error(`${JSON.stringify(settled.value)} should have been a ${errorClass.name}`)
  }
  const { reason }: { readonly reason: unknown } = settled
  if (reason instanceof errorClass) return reason
  throw new Error(`${String(reason)} should be a ${errorClass.name}`, { cause: reason })
}
