import { type ComponentType, lazy } from 'react'
import type { IconName } from '../parts/icon.tsx'

/** A view of the console. */
export interface ViewEntry {
  /** Its place: the first part of the path in the page's fragment. */
  readonly path: string
  readonly name: string
  readonly icon: IconName
  readonly component: ComponentType
}

/** The views, in the order of the navigation. The first is the home of the console. */
export const views: readonly ViewEntry[] = [
  {
    path: '/log',
    name: 'Log',
    icon: 'log',
    component: lazy(async () => ({ default: (await import('../views/log/log.tsx')).Log })),
  },
  {
    path: '/members',
    name: 'Members',
    icon: 'members',
    component: lazy(async () => ({
      default: (await import('../views/members/members.tsx')).Members,
    })),
  },
  {
    path: '/team',
    name: 'Team',
    icon: 'team',
    component: lazy(async () => ({ default: (await import('../views/team/team.tsx')).Team })),
  },
  {
    path: '/projects',
    name: 'Projects',
    icon: 'projects',
    component: lazy(async () => ({
      default: (await import('../views/projects/projects.tsx')).Projects,
    })),
  },
  {
    path: '/matrix',
    name: 'Matrix',
    icon: 'matrix',
    component: lazy(async () => ({ default: (await import('../views/matrix/matrix.tsx')).Matrix })),
  },
  {
    path: '/can-i',
    name: 'Can I',
    icon: 'question',
    component: lazy(async () => ({ default: (await import('../views/can-i/can-i.tsx')).CanI })),
  },
  {
    path: '/policies',
    name: 'Policies',
    icon: 'policies',
    component: lazy(async () => ({
      default: (await import('../views/policies/policies.tsx')).Policies,
    })),
  },
  {
    path: '/faults',
    name: 'Faults',
    icon: 'faults',
    component: lazy(async () => ({ default: (await import('../views/faults/faults.tsx')).Faults })),
  },
  {
    path: '/snapshots',
    name: 'Snapshots',
    icon: 'snapshots',
    component: lazy(async () => ({
      default: (await import('../views/snapshots/snapshots.tsx')).Snapshots,
    })),
  },
]
