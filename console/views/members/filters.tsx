import type { ReactNode } from 'react'
import { useOffers } from '../../mock/offers.ts'
import type { ShownRole } from '../../mock/roles.ts'
import { Select, TextField } from '../../parts/field.tsx'
import style from './members.module.css'

/** The search and the filters, and how many rows they leave. */
export function Filters({
  search,
  setSearch,
  status,
  setStatus,
  role,
  setRole,
  roles,
  shown,
  complete,
}: {
  readonly search: string
  readonly setSearch: (value: string) => void
  readonly status: string
  readonly setStatus: (value: string) => void
  readonly role: string
  readonly setRole: (value: string) => void
  readonly roles: readonly ShownRole[]
  readonly shown: number
  /** Whether all rows are loaded. */
  readonly complete: boolean
}): ReactNode {
  const offers = useOffers()
  const statuses = [
    'Active',
    'Pending',
    ...(offers('users.update', 'paused') ? ['Paused'] : []),
    ...(offers('invitations.reject') ? ['Rejected'] : []),
    ...(offers('invitations.withdraw') ? ['Withdrawn'] : []),
  ]
  const held = roles.filter(({ scope }) => scope !== 'project')
  return (
    <search className={style.bar}>
      <TextField
        type="search"
        label="Search members"
        labelHidden
        placeholder="Name or e-mail address"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <Select
        label="Status"
        labelHidden
        value={status}
        onChange={({ target }) => setStatus(target.value)}
      >
        <option value="">Any status</option>
        {statuses.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Select>
      <Select
        label="Role"
        labelHidden
        value={role}
        onChange={({ target }) => setRole(target.value)}
      >
        <option value="">Any role</option>
        {held.map(({ key, name, scope }) => (
          <option key={`${scope} ${key}`} value={key}>
            {name}
          </option>
        ))}
      </Select>
      <p role="status" className={style.count}>
        {complete ? `${shown} ${shown === 1 ? 'member' : 'members'}` : `${shown} loaded so far`}
      </p>
    </search>
  )
}
