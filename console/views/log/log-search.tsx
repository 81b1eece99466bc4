import { type ReactNode, useEffect, useId, useMemo } from 'react'
import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { TextField } from '../../parts/field.tsx'
import style from './log.module.css'
import { suggestionsFor } from './suggestions.ts'

/** The search field of the log, with what may be typed next, and what of it can't be read. */
export function LogSearch({
  search,
  onSearch,
  problems,
  requests,
  found,
  onClear,
}: {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly problems: readonly string[]
  readonly requests: readonly LoggedRequest[]
  /** How many lines the search finds. */
  readonly found: number
  readonly onClear: () => void
}): ReactNode {
  const list = useId()
  const suggestions = useMemo(() => suggestionsFor(search, requests), [search, requests])
  useClearKey(onClear)
  return (
    <div>
      <div className={style.bar}>
        <TextField
          label="Search the log"
          labelHidden
          type="search"
          placeholder="is:denied op:roles.* as:lead status:403 …"
          list={list}
          value={search}
          onChange={({ target }) => onSearch(target.value)}
        />
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <div role="status">
        {problems.map((problem) => (
          <p key={problem} className={style.problems}>
            {problem}
          </p>
        ))}
        {search !== '' && found === 0 && problems.length === 0 && (
          <p>No request in the log matches.</p>
        )}
      </div>
    </div>
  )
}

/** Clears the log at its key, unless somebody writes, or a dialogue is open. */
function useClearKey(clear: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event
      if (key !== 'c' || ctrlKey || metaKey || altKey || defaultPrevented) return
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return
      if (document.querySelector('dialog[open]')) return
      if (localStorage.getItem('rolecall-console-keys') === 'off') return
      clear()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [clear])
}
