import { useCallback, useState } from 'react'

/** Returns a set of names, and a function that adds a name, or takes it out again. */
export function useToggled(): readonly [ReadonlySet<string>, (name: string) => void] {
  const [names, setNames] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((name: string) => {
    setNames((before) => {
      const after = new Set(before)
      if (!after.delete(name)) after.add(name)
      return after
    })
  }, [])
  return [names, toggle]
}
