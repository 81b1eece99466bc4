import type { ReactNode } from 'react'
import { Button } from '../../parts/button.tsx'
import { Checkbox, Select, TextField } from '../../parts/field.tsx'
import { useSearchValue } from '../../routing/search.ts'
import type { Pressed } from './pressed-dialog.tsx'
import style from './toolbar.module.css'

/** Props of {@link Toolbar}. */
export interface ToolbarProps {
  /** The resource of the actions. */
  readonly resource: string
  readonly by: 'people' | 'roles'
  /** Opens the choice of a resource or of a person. */
  readonly onPress: (pressed: Pressed) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly differencesOnly: boolean
  readonly onDifferences: (only: boolean) => void
}

/** Chooses what the table is of, and which of it is shown. */
export function Toolbar({
  resource,
  by,
  onPress,
  search,
  onSearch,
  differencesOnly,
  onDifferences,
}: ToolbarProps): ReactNode {
  const [, setBy] = useSearchValue('by')
  return (
    <div className={style.toolbar} role="group" aria-label="What the table shows">
      <Button icon="down" className={style.resource} onClick={() => onPress({ kind: 'resource' })}>
        <span className="visually-hidden">Resource: </span>
        {resource}
      </Button>
      <Select
        label="Columns"
        labelHidden
        value={by}
        onChange={({ target }) => setBy(target.value === 'roles' ? 'roles' : '')}
      >
        <option value="people">By people</option>
        <option value="roles">By roles</option>
      </Select>
      {by === 'people' && (
        <Button icon="add" onClick={() => onPress({ kind: 'person' })}>
          Add a person
        </Button>
      )}
      <TextField
        type="search"
        label="Search in actions"
        labelHidden
        placeholder="Search in actions"
        value={search}
        onChange={({ target }) => onSearch(target.value)}
      />
      <Checkbox
        label="Differences only"
        checked={differencesOnly}
        onChange={({ target }) => onDifferences(target.checked)}
      />
    </div>
  )
}
