/** Values that are worked out when they are first asked for, and that may ask for each other. */
export type Lazily = <Value>(name: string, otherwise: Value, work: () => Value) => () => Value

/**
 * Makes values that are worked out once each. One that is asked for while it is being worked out is
 * `otherwise`; what followed from that is not kept, so that it makes no difference which is asked for first.
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
