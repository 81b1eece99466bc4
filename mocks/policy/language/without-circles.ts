/** Makes a value that is computed when it is first read. Such values may read each other. */
export type Lazily = <Value>(name: string, otherwise: Value, work: () => Value) => () => Value

/**
 * Makes lazy values that may depend on each other in circles. A value that is read while it is being
 * computed is `otherwise`. Whatever is computed from that fallback is not kept, so that the order of
 * reads makes no difference.
 */
export const withoutCircles = (): Lazily => {
  const open = new Set<string>()
  let isCut = false
  return (name, otherwise, work) => {
    let known: { readonly value: ReturnType<typeof work> } | undefined
    return () => {
      if (known) return known.value
      if (open.has(name)) {
        isCut = true
        return otherwise
      }
      const isFirst = open.size === 0
      if (isFirst) isCut = false
      open.add(name)
      try {
        const value = work()
        if (isFirst || !isCut) known = { value }
        return value
      } finally {
        open.delete(name)
      }
    }
  }
}
