import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useActor } from '../../mock/actor.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { View } from '../../parts/view.tsx'
import { hrefOf } from '../../routing/hash-location.ts'
import { EffectiveRights } from './effective-rights.tsx'
import { OwnerName } from './owner-name.tsx'
import { ProjectActions } from './project-actions.tsx'
import style from './project-page.module.css'
import { ProjectTeam } from './project-team.tsx'
import { Visibility } from './visibility.tsx'
import { plural, useEntryWords } from './words.ts'

/** One project: its owner, its visibility, the entries of its team, and what each person may do on it. */
export function ProjectPage({ project: key }: { readonly project: string }): ReactNode {
  const { platform } = useActor()
  const words = useEntryWords()
  const { data: project, error, refetch } = useQuery(platform.projects.get.queryOptions(key))
  const noun = words?.project ?? 'project'
  return (
    <View
      title={project?.name ?? key}
      lead={project?.description !== undefined && <Text>{project.description}</Text>}
      actions={project && words && <ProjectActions project={project} words={words} />}
    >
      <p>
        <a href={hrefOf('/projects')}>All {plural(noun)}</a>
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!project && !error && <Loading what={`the ${noun}`} />}
      {project && words && (
        <>
          <dl className={style.facts}>
            <div>
              <dt>Key</dt>
              <dd>
                <code>{project.key}</code>
              </dd>
            </div>
            <div>
              <dt>{project.team === undefined ? 'Owner' : `Owner ${words.team}`}</dt>
              <dd>
                <OwnerName of={project} />
              </dd>
            </div>
            <div>
              <dt>Visibility</dt>
              <dd>
                <Visibility of={project} />
              </dd>
            </div>
          </dl>
          <ProjectTeam project={project} words={words} />
          <EffectiveRights project={project} />
        </>
      )}
    </View>
  )
}
