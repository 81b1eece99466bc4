import { useCallback } from 'react'
import { useLocation, useSearch } from 'wouter'
import { navigate } from './hash-location.ts'

/**
 * A value that the view's address holds, so that a reload, a link and the way back keep it. Setting it
 * replaces the address, unless `step` makes it a place of its own to go back from.
 */
export function useSearchValue(
  name: string,
  { step = false }: { step?: boolean } = {},
): readonly [string, (value: string) => void] {
  const [path] = useLocation()
  const search = useSearch()
  const set = useCallback(
    (value: string) => {
      const next = new URLSearchParams(search)
      if (value) next.set(name, value)
      else next.delete(name)
      navigate(next.size > 0 ? `${path}?${next}` : path, { replace: !step })
    },
    [name, path, search, step],
  )
  return [new URLSearchParams(search).get(name) ?? '', set]
}
