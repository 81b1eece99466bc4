import { type ReactNode, useId } from 'react'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/field.tsx'
import style from './question-form.module.css'

/** A box that is ticked, not ticked or, at first, left out. */
export function BooleanField({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string
  readonly value: unknown
  readonly error?: string
  readonly onChange: (value: boolean | undefined) => void
}): ReactNode {
  const id = useId()
  const isLeftOut = typeof value !== 'boolean'
  return (
    <div className={style.boolean}>
      <Checkbox
        label={label}
        ref={(box) => {
          if (box) box.indeterminate = isLeftOut
        }}
        checked={value === true}
        aria-describedby={error === undefined ? undefined : id}
        onChange={({ target }) => onChange(target.checked)}
      />
      {isLeftOut ? (
        <small>Left out</small>
      ) : (
        <Button look="plain" onClick={() => onChange(undefined)}>
          Leave out <span className="visually-hidden">{label}</span>
        </Button>
      )}
      {error !== undefined && (
        <p id={id} className={style.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
