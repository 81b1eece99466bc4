import type { ReactNode } from 'react'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Menu } from '../../parts/menu.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { type Copied, csvOf, markdownOf } from './copied.ts'

/** Copies the table as it is shown, in all its length. */
export function CopyMenu({ copied }: { readonly copied: Copied }): ReactNode {
  const announce = useAnnounce()
  async function copy(text: string, as: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      announce(`Copied ${copied.lines.length} actions as ${as}.`)
    } catch (error) {
      announce(`Not copied: ${messageOf(error)}`, { failed: true })
    }
  }
  return (
    <Menu
      label="Copy"
      icon="copy"
      items={[
        { label: 'As Markdown', onChoose: () => void copy(markdownOf(copied), 'Markdown') },
        { label: 'As CSV', onChoose: () => void copy(csvOf(copied), 'CSV') },
      ]}
    />
  )
}
