import type { VirtualItem } from '@tanstack/react-virtual'

/** A row or column that is in the page, or the room of those that are not. */
export type Track =
  | { readonly kind: 'item'; readonly key: string; readonly at: number; readonly size: number }
  | { readonly kind: 'gap'; readonly key: string; readonly size: number }

/** Fills the room between the rows or columns that are in the page. */
export function tracksOf(items: readonly VirtualItem[], total: number): readonly Track[] {
  const tracks: Track[] = []
  let end = 0
  const fill = (to: number): void => {
    if (to > end) tracks.push({ kind: 'gap', key: `gap ${end}`, size: to - end })
  }
  for (const { index, key, start, size } of items) {
    fill(start)
    tracks.push({ kind: 'item', key: String(key), at: index, size })
    end = start + size
  }
  fill(total)
  return tracks
}
