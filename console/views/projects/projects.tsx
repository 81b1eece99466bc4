import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { decoded } from '../../routing/hash-location.ts'
import { ProjectList } from './project-list.tsx'
import { ProjectPage } from './project-page.tsx'

/** The projects, and one of them with the people on it. */
export function Projects(): ReactNode {
  return (
    <Switch>
      <Route path="/projects/:key">
        {({ key }) => <ProjectPage key={key} project={decoded(key)} />}
      </Route>
      <Route>
        <ProjectList />
      </Route>
    </Switch>
  )
}
