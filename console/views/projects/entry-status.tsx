import type { ReactNode } from 'react'
import type { Member } from '../../../src/index.ts'
import { Badge } from '../../parts/badge.tsx'

const looks = {
  accepted: { tone: 'yes', icon: 'yes', text: 'Accepted' },
  pending: { tone: 'depends', icon: 'question', text: 'Pending' },
  rejected: { tone: 'no', icon: 'no', text: 'Rejected' },
} as const

/** A green check mark, an orange question mark or a red cross, each with its text. */
export function EntryStatus({ status }: Pick<Member, 'status'>): ReactNode {
  const { tone, icon, text } = looks[status]
  return (
    <Badge tone={tone} icon={icon}>
      {text}
    </Badge>
  )
}
