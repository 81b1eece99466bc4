import { type ReactNode, useId } from 'react'
import { useRoles } from '../../mock/roles.ts'
import style from './members.module.css'

/** A choice among the roles of the organization. One that nobody can be given stays, and says why. */
export function RoleChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: string | undefined
  readonly onChoose: (role: string) => void
}): ReactNode {
  const id = useId()
  const roles = useRoles().filter(({ scope }) => scope === 'organization')
  return (
    <fieldset>
      <legend className={style.legend}>Role</legend>
      {roles.map(({ key, name, description, assignable, unassignable }) => (
        <div key={key} className={style.choice}>
          <input
            id={`${id}${key}`}
            type="radio"
            name={id}
            value={key}
            checked={chosen === key}
            aria-disabled={!assignable || undefined}
            aria-describedby={`${id}${key}text`}
            onChange={() => {
              if (assignable) onChoose(key)
            }}
          />
          <label htmlFor={`${id}${key}`}>{name}</label>
          <small id={`${id}${key}text`}>{assignable ? description : unassignable}</small>
        </div>
      ))}
    </fieldset>
  )
}
