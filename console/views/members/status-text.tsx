import type { ReactNode } from 'react'
import { Badge, type Tone } from '../../parts/badge.tsx'
import type { Status } from './use-members.ts'

const tones: Readonly<Record<Status, Tone>> = {
  Active: 'yes',
  Pending: 'depends',
  Paused: 'fact',
  Rejected: 'no',
  Withdrawn: 'fact',
}

/** A status, in the platforms' words. */
export function StatusText({ status }: { readonly status: Status }): ReactNode {
  return <Badge tone={tones[status]}>{status}</Badge>
}
