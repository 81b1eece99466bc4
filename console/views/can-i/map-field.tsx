import { type ComponentType, type ReactNode, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import type { Kind } from './kinds.ts'
import style from './question-form.module.css'
import { NamedField } from './named-field.tsx'
import type { ValueProps } from './value-props.ts'
import { isValues, type Values, withValue } from './values.ts'

/** Entries by name, such as the role in each team. */
export function MapField(
  props: ValueProps & {
    readonly kind: Kind & { readonly kind: 'map' }
    /** The control of an entry. */
    readonly Entry: ComponentType<ValueProps>
  },
): ReactNode {
  const { kind, Entry, ...entry } = props
  const { field, value, onChange, pointer, choices, errors } = entry
  const [adding, setAdding] = useState('')
  const values: Values = isValues(value) ? value : {}
  // An entry is there before it has a value.
  const [blank, setBlank] = useState<readonly string[]>([])
  const names = [...new Set([...Object.keys(values), ...blank])]
  const change = (name: string, next: unknown): void => {
    const changed = withValue(values, name, next)
    onChange(Object.keys(changed).length > 0 ? changed : undefined)
  }
  const offered = kind.key === undefined ? [] : choices(kind.key)
  const error = errors[pointer]
  return (
    <fieldset className={style.group}>
      <legend>{field.isRequired ? `${field.name} (required)` : field.name}</legend>
      {names.map((name) => (
        <Entry
          key={name}
          {...entry}
          field={{ name, kind: kind.of, isRequired: false }}
          value={values[name]}
          pointer={`${pointer}/${name}`}
          onChange={(next) => {
            if (next === undefined) setBlank([...blank, name])
            change(name, next)
          }}
        />
      ))}
      <div className={style.adding}>
        <NamedField
          label={`Add to ${field.name}`}
          {...(error !== undefined && { error })}
          offered={offered.filter((one) => !names.includes(one.value))}
          value={adding}
          onChange={setAdding}
        />
        <Button
          icon="add"
          off={adding.trim() === ''}
          onClick={() => {
            setBlank([...blank, adding.trim()])
            setAdding('')
          }}
        >
          Add
        </Button>
      </div>
    </fieldset>
  )
}
