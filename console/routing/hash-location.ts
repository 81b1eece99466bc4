import { useSyncExternalStore } from 'react'
import type { BaseLocationHook, BaseSearchHook } from 'wouter'

/**
 * The place in the console is the page's fragment, path and search: `#/log?q=is:denied`. A server is never
 * asked for it, and the filters of one view do not follow into the next.
 */
const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

const parts = (): readonly [path: string, search: string] => {
  const [path = '', ...search] = window.location.hash.replace(/^#?\/?/, '').split('?')
  return [`/${path}`, search.join('?')]
}

let moved = false
window.addEventListener('hashchange', ({ isTrusted }) => {
  // By a link, or the way back. What this module dispatches is not trusted.
  moved ||= isTrusted
})

/** Whether somebody has gone to another place since the page was loaded. */
export const hasMoved = (): boolean => moved

/** Goes to a place in the console. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const before = window.location.href
  const target = new URL(`#${to}`, before).href
  if (target === before) return
  if (replace) window.history.replaceState(window.history.state, '', target)
  else window.history.pushState(undefined, '', target)
  moved ||= !replace
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: target }))
}

/** @see {@link subscribe} */
export const useHashLocation: BaseLocationHook = () => [
  useSyncExternalStore(subscribe, () => parts()[0]),
  navigate,
]

/** @see {@link subscribe} */
export const useHashSearch: BaseSearchHook = () => useSyncExternalStore(subscribe, () => parts()[1])

/** A link's address for a place in the console. */
export const hrefOf = (path: string): string => `#${path}`

/** A part of a path as it was before it was made a link; as it stands if it is no such text. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
