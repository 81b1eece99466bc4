import type { ReactNode } from 'react'
import { printable } from '../../src/core/base/printable.ts'

/** The most characters that a text from the mock takes of the screen. */
const mostShown = 200

/**
 * Text from the mock, which may be hostile: invisible and bidirectional characters are escaped, and a long text
 * is cut where everybody sees it.
 */
export function Text({
  children,
  most = mostShown,
}: {
  readonly children: string
  /** The most characters to show. */
  readonly most?: number
}): ReactNode {
  const text = printable(children)
  if (text.length <= most) return text
  return <span title={text.slice(0, 2000)}>{text.slice(0, most)}…</span>
}
