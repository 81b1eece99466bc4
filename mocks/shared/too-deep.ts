import { pointer } from './json-pointer.ts'

/** More levels than any body, policy or scenario needs, and far fewer than exhaust the stack. */
export const deepest = 100

/**
 * Finds a place where a value is nested more than {@link deepest} levels deep, as a JSON pointer;
 * undefined if there is none. A value that contains itself is too deep.
 */
export function tooDeep(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || isShallow(value, 8)) return undefined
  const open: NestedValue[] = [{ value, step: '', depth: 1 }]
  const seen = new Map<object, number>()
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value: container, depth } = place
    if (depth > deepest) return pointerTo(place)
    if ((seen.get(container) ?? 0) >= depth) continue
    seen.set(container, depth)
    const parts: readonly (readonly [string, unknown])[] = Object.entries(container)
    for (const [step, inner] of parts) {
      if (typeof inner !== 'object' || inner === null) continue
      open.push({ value: inner, step, depth: depth + 1, inside: place })
    }
  }
  return undefined
}

interface NestedValue {
  readonly value: object
  readonly step: string
  readonly depth: number
  readonly inside?: NestedValue
}

/** The first eight steps: enough to find the place. */
function pointerTo(place: NestedValue): string {
  const keys: string[] = []
  for (let at: NestedValue | undefined = place; at?.inside !== undefined; at = at.inside) {
    keys.unshift(at.step)
  }
  return pointer(...keys.slice(0, 8))
}

/** Whether a value has no more levels than these. Unlike the search for a place, this needs no memory. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return parts.every((part) => isShallow(part, levels - 1))
}
