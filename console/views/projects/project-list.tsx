import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Project } from '../../../src/index.ts'
import { useActor } from '../../mock/actor.tsx'
import { Badge } from '../../parts/badge.tsx'
import type { Column } from '../../parts/cells.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { TextField } from '../../parts/field.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Empty, Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { View } from '../../parts/view.tsx'
import { hrefOf } from '../../routing/hash-location.ts'
import { useSearchValue } from '../../routing/search.ts'
import { CreateProject } from './create-project.tsx'
import { OwnerName } from './owner-name.tsx'
import style from './project-list.module.css'
import { Visibility } from './visibility.tsx'
import { capital, plural, useEntryWords } from './words.ts'

const columns: readonly Column<Project>[] = [
  {
    name: 'Name',
    width: 'minmax(9rem, 2fr)',
    heads: true,
    cell: ({ key, name }) => (
      <a href={hrefOf(`/projects/${encodeURIComponent(key)}`)}>
        <Text>{name}</Text>
      </a>
    ),
  },
  { name: 'Visibility', width: '7rem', cell: (project) => <Visibility of={project} /> },
  {
    name: 'Owner',
    width: 'minmax(8rem, 1fr)',
    wideOnly: true,
    cell: (project) => <OwnerName of={project} />,
  },
  {
    name: 'Tags',
    width: 'minmax(8rem, 1fr)',
    wideOnly: true,
    cell: ({ tags }) => (
      <span className={style.tags}>
        {tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
      </span>
    ),
  },
]

/** The projects that the actor may see. */
export function ProjectList(): ReactNode {
  const { platform, email } = useActor()
  const words = useEntryWords()
  const [search, setSearch] = useSearchValue('q')
  const [creates, setCreates] = useState(false)
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery(
    platform.projects.list.infiniteQueryOptions(),
  )
  const noun = words?.project ?? 'project'
  const all = data?.pages.flatMap((page) => page.data)
  const found = all?.filter(({ key, name, tags }) =>
    [key, name, ...tags].join(' ').toLowerCase().includes(search.toLowerCase()),
  )
  return (
    <View
      title={capital(plural(noun))}
      lead={`What ${email} may see. Open one to see the people on it.`}
      scrolls={false}
      actions={
        <Gate operation="projects.create" args={[]}>
          {(gated) => (
            <GatedButton gated={gated} look="primary" icon="add" onClick={() => setCreates(true)}>
              Create {noun}
            </GatedButton>
          )}
        </Gate>
      }
    >
      <div className={style.search}>
        <TextField
          type="search"
          label={`Search ${plural(noun)}`}
          labelHidden
          placeholder={`Search ${plural(noun)}`}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!found && !error && <Loading what={plural(noun)} />}
      {found?.length === 0 && (
        <Empty
          icon="projects"
          title={all?.length === 0 ? `No ${plural(noun)} to see` : 'Nothing matches'}
        >
          {all?.length === 0 && <p>Other people may see some: act as one of them.</p>}
        </Empty>
      )}
      {found !== undefined && found.length > 0 && (
        <DataTable
          label={capital(plural(noun))}
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          onEnd={() => {
            if (hasNextPage) void fetchNextPage()
          }}
        />
      )}
      {creates && <CreateProject noun={noun} onClose={() => setCreates(false)} />}
    </View>
  )
}
