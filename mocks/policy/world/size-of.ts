/** The number of items. A list that knows its size is not walked. */
export function sizeOf(items: Iterable<unknown>): number {
  if ('size' in items && typeof items.size === 'number') return items.size
  let size = 0
  for (const _ of items) size += 1
  return size
}
