import { type ReactNode, useId } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { TextField } from '../../parts/field.tsx'
import type { Choice } from './choices.ts'

/** A text that may name something that there is: what there is can be chosen, and anything be typed. */
export function NamedField({
  offered,
  onChange,
  ...field
}: {
  readonly label: string
  readonly error?: string
  readonly offered: readonly Choice[]
  readonly value: string
  readonly onChange: (text: string) => void
}): ReactNode {
  const list = useId()
  return (
    <>
      <TextField
        {...field}
        list={offered.length > 0 ? list : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {offered.length > 0 && (
        <datalist id={list}>
          {offered.map(({ value, text }) => (
            <option key={value} value={value}>
              {printable(text)}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}
