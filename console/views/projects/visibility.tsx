import type { ReactNode } from 'react'
import type { Project } from '../../../src/index.ts'
import { Badge } from '../../parts/badge.tsx'

/** Whether a project is private or public. */
export function Visibility({ of: project }: { readonly of: Pick<Project, 'private'> }): ReactNode {
  return project.private ? <Badge icon="lock">Private</Badge> : <Badge icon="open">Public</Badge>
}
