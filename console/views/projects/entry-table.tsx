import { type ReactNode, useState } from 'react'
import type { Member } from '../../../src/index.ts'
import type { Column } from '../../parts/cells.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Gate } from '../../parts/gate.tsx'
import { GatedButton } from '../../parts/gated-button.tsx'
import { Text } from '../../parts/text.tsx'
import { EntryAnswer } from './entry-answer.tsx'
import { EditEntry } from './edit-entry.tsx'
import { useEntryName } from './entry-name.ts'
import { EntryStatus } from './entry-status.tsx'
import style from './entry-table.module.css'
import { RemoveEntry } from './remove-entry.tsx'
import { capital, type EntryWords, type RoleCategory } from './words.ts'

/** A table of a project's entries. */
export function EntryTable({
  project,
  entries,
  words,
  onEnd,
}: {
  readonly project: string
  readonly entries: readonly Member[]
  readonly words: EntryWords
  readonly onEnd: () => void
}): ReactNode {
  const nameOf = useEntryName(words)
  const [edited, edit] = useState<Member>()
  const columns: Column<Member>[] = [
    {
      name: 'Entry',
      width: 'minmax(9rem, 2fr)',
      heads: true,
      cell: (entry) => {
        const { name, kind } = nameOf(entry)
        return (
          <span className={style.entry}>
            <Text>{name}</Text>
            <span className={style.kind}>
              {kind}
              {entry.isOwner === true && ' · shares the ownership'}
            </span>
          </span>
        )
      },
    },
    {
      name: 'Status',
      width: '6.5rem',
      cell: (entry) => (
        <span className={style.status}>
          <EntryStatus status={entry.status} />
          <EntryAnswer project={project} entry={entry} />
        </span>
      ),
    },
    ...words.categories.map((category): Column<Member> => ({
      name: category.name,
      width: 'minmax(6.125rem, 1fr)',
      wideOnly: words.categories.length > 1,
      cell: ({ roles }) => roleName(category, roles[category.key]),
    })),
    ...words.rights.map((right): Column<Member> => ({
      name: `${capital(right)} allowed`,
      width: '4.5rem',
      wideOnly: true,
      cell: ({ rights }) => (rights.includes(right) ? 'Yes' : 'No'),
    })),
    ...words.grants.map(({ key, name }): Column<Member> => ({
      name,
      width: '5rem',
      wideOnly: true,
      cell: ({ grants }) => (grants?.[key] === true ? 'Yes' : 'No'),
    })),
    {
      name: 'Actions',
      nameHidden: true,
      width: '4.5rem',
      cell: (entry) => {
        const { name } = nameOf(entry)
        return (
          <span className={style.actions}>
            <Gate operation="projects.members.update" args={[project, entry.id]}>
              {(gated) => (
                <GatedButton
                  gated={gated}
                  look="plain"
                  icon="edit"
                  iconOnly
                  onClick={() => edit(entry)}
                >
                  Change access of {name}
                </GatedButton>
              )}
            </Gate>
            <RemoveEntry project={project} entry={entry} name={name} />
          </span>
        )
      },
    },
  ]
  return (
    <>
      <DataTable
        label="Team"
        columns={columns}
        rows={entries}
        keyOf={({ id }) => id}
        onEnd={onEnd}
      />
      {edited && (
        <EditEntry
          project={project}
          entry={edited}
          name={nameOf(edited).name}
          words={words}
          onClose={() => edit(undefined)}
        />
      )}
    </>
  )
}

const roleName = ({ roles }: RoleCategory, key: string | undefined): string =>
  roles.find((role) => role.key === key)?.name ?? key ?? '—'
