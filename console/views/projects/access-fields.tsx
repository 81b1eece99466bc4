import type { ReactNode } from 'react'
import { Checkbox, Select } from '../../parts/field.tsx'
import style from './access-fields.module.css'
import { capital, type EntryWords, type Right } from './words.ts'

/** The access that an entry gives, as a form has it. */
export interface Access {
  readonly roles: Readonly<Record<string, string>>
  readonly rights: readonly Right[]
  readonly grants: Readonly<Record<string, true>>
}

/** Fields for the roles, rights and boxes of an entry, as the platform has them. */
export function AccessFields({
  words: { categories, rights, grants },
  value,
  onChange,
}: {
  readonly words: EntryWords
  readonly value: Access
  readonly onChange: (value: Access) => void
}): ReactNode {
  return (
    <>
      <div className={style.roles}>
        {categories.map(({ key, name, roles }) => (
          <Select
            key={key}
            label={name}
            value={value.roles[key] ?? ''}
            onChange={({ target }) => {
              const { [key]: _, ...others } = value.roles
              const chosen = target.value
              onChange({ ...value, roles: chosen ? { ...others, [key]: chosen } : others })
            }}
          >
            <option value="">No role</option>
            {roles.map((role) => (
              <option key={role.key} value={role.key}>
                {role.name}
              </option>
            ))}
          </Select>
        ))}
      </div>
      {rights.map((right) => (
        <Checkbox
          key={right}
          label={`${capital(right)} allowed`}
          checked={value.rights.includes(right)}
          onChange={({ target }) =>
            onChange({
              ...value,
              rights: rights.filter((one) =>
                one === right ? target.checked : value.rights.includes(one),
              ),
            })
          }
        />
      ))}
      {grants.map(({ key, name }) => (
        <Checkbox
          key={key}
          label={name}
          checked={value.grants[key] === true}
          onChange={({ target }) => {
            const { [key]: _, ...others } = value.grants
            onChange({ ...value, grants: target.checked ? { ...others, [key]: true } : others })
          }}
        />
      ))}
    </>
  )
}
