import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { ProjectList } from './project-list.tsx'
import { ProjectPage } from './project-page.tsx'

/** The projects, and one of them with the people on it. */
export function Projects(): ReactNode {
  return (
    <Switch>
      <Route path="/projects/:key">
        {({ key }) => <ProjectPage key={key} project={decodeURIComponent(key)} />}
      </Route>
      <Route>
        <ProjectList />
      </Route>
    </Switch>
  )
}
