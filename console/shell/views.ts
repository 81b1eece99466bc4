import { type ComponentType, lazy } from 'react'
import { NotLoaded } from '../parts/boundary.tsx'
import type { IconName } from '../parts/icon.tsx'

/** A view of the console. */
export interface ViewEntry {
  /** Its place: the first part of the path in the page's fragment. */
  readonly path: string
  readonly name: string
  readonly icon: IconName
  readonly component: ComponentType
}

/** A view that is loaded when it is first shown. */
const view = (load: () => Promise<ComponentType>) =>
  lazy(() =>
    load().then(
      (component) => ({ default: component }),
      () => {
        throw new NotLoaded()
      },
    ),
  )

/** The views, in the order of the navigation. The first is the home of the console. */
export const views: readonly ViewEntry[] = [
  {
    path: '/log',
    name: 'Log',
    icon: 'log',
    component: view(() => import('../views/log/log.tsx').then(({ Log }) => Log)),
  },
  {
    path: '/members',
    name: 'Members',
    icon: 'members',
    component: view(() => import('../views/members/members.tsx').then(({ Members }) => Members)),
  },
  {
    path: '/team',
    name: 'Team',
    icon: 'team',
    component: view(() => import('../views/team/team.tsx').then(({ Team }) => Team)),
  },
  {
    path: '/projects',
    name: 'Projects',
    icon: 'projects',
    component: view(() =>
      import('../views/projects/projects.tsx').then(({ Projects }) => Projects),
    ),
  },
  {
    path: '/matrix',
    name: 'Matrix',
    icon: 'matrix',
    component: view(() => import('../views/matrix/matrix.tsx').then(({ Matrix }) => Matrix)),
  },
  {
    path: '/can-i',
    name: 'Can I',
    icon: 'question',
    component: view(() => import('../views/can-i/can-i.tsx').then(({ CanI }) => CanI)),
  },
  {
    path: '/policies',
    name: 'Policies',
    icon: 'policies',
    component: view(() =>
      import('../views/policies/policies.tsx').then(({ Policies }) => Policies),
    ),
  },
  {
    path: '/faults',
    name: 'Faults',
    icon: 'faults',
    component: view(() => import('../views/faults/faults.tsx').then(({ Faults }) => Faults)),
  },
  {
    path: '/snapshots',
    name: 'Snapshots',
    icon: 'snapshots',
    component: view(() =>
      import('../views/snapshots/snapshots.tsx').then(({ Snapshots }) => Snapshots),
    ),
  },
]
