import { type ReactNode, useId } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { Checkbox, TextArea } from '../../parts/field.tsx'
import type { Choice, Choices } from './choices.ts'
import type { Kind } from './kinds.ts'
import style from './question-form.module.css'
import type { ValueProps } from './value-props.ts'

/** Several of one kind: boxes for what there is to choose from, else a line for each. */
export function ListField({
  field: { name, isRequired },
  kind,
  value,
  onChange,
  pointer,
  choices,
  errors,
}: ValueProps & { readonly kind: Kind & { readonly kind: 'list' } }): ReactNode {
  const id = useId()
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const offered = offeredBy(kind.of, choices)
  const error = errorAt(errors, pointer)
  const label = isRequired ? `${name} (required)` : name
  if (offered.length === 0) {
    return (
      <TextArea
        label={label}
        hint="One on each line"
        rows={3}
        {...(error !== undefined && { error })}
        value={items.join('\n')}
        onChange={({ target }) => onChange(target.value ? target.value.split('\n') : undefined)}
      />
    )
  }
  return (
    <fieldset className={style.group} aria-describedby={error === undefined ? undefined : id}>
      <legend>{label}</legend>
      <div className={style.boxes}>
        {offered.map(({ value: one, text }) => (
          <Checkbox
            key={one}
            label={printable(text)}
            title={one}
            checked={items.includes(one)}
            onChange={({ target }) => {
              const rest = items.filter((item) => item !== one)
              const next = target.checked ? [...rest, one] : rest
              onChange(next.length > 0 || isRequired ? next : undefined)
            }}
          />
        ))}
      </div>
      {error !== undefined && (
        <p id={id} className={style.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function offeredBy(of: Kind, choices: Choices): readonly Choice[] {
  if (of.kind === 'text' && of.key !== undefined) return choices(of.key)
  if (of.kind !== 'choice') return []
  return of.options.map((option) => ({ value: String(option), text: String(option) }))
}

/** The message about a list or one of its items. */
function errorAt(errors: Readonly<Record<string, string>>, pointer: string): string | undefined {
  const found = Object.entries(errors).find(
    ([at]) => at === pointer || at.startsWith(`${pointer}/`),
  )
  return found?.[1]
}
