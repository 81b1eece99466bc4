import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import style from './field.module.css'

/** What each kind of field has. */
export interface FieldProps {
  readonly label: ReactNode
  /** Hides the label from the eye. It stays the field's accessible name. */
  readonly labelHidden?: boolean
  /** What to know before it is filled in. */
  readonly hint?: ReactNode
  /** What is wrong with its value, and what would be right. */
  readonly error?: string | undefined
}

function Field({
  label,
  labelHidden = false,
  hint,
  error,
  children,
}: FieldProps & {
  readonly children: (props: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
  }) => ReactNode
}): ReactNode {
  const id = useId()
  const hintId = hint === undefined ? '' : `${id}hint`
  const errorId = error === undefined ? '' : `${id}error`
  return (
    <div className={style.field}>
      <label htmlFor={id} className={classNames(labelHidden && 'visually-hidden')}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <p id={hintId} className={style.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={errorId} className={style.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** A field of one line. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  className,
  ...rest
}: FieldProps & ComponentPropsWithRef<'input'>): ReactNode {
  return (
    <Field {...given({ label, labelHidden, hint, error })}>
      {(props) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          className={classNames(style.input, className)}
          {...rest}
          {...props}
        />
      )}
    </Field>
  )
}

/** A field of several lines. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  className,
  ...rest
}: FieldProps & ComponentPropsWithRef<'textarea'>): ReactNode {
  return (
    <Field {...given({ label, labelHidden, hint, error })}>
      {(props) => (
        <textarea
          spellCheck={false}
          className={classNames(style.input, style.area, className)}
          {...rest}
          {...props}
        />
      )}
    </Field>
  )
}

/** A choice of one from a list. */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  className,
  ...rest
}: FieldProps & ComponentPropsWithRef<'select'>): ReactNode {
  return (
    <Field {...given({ label, labelHidden, hint, error })}>
      {(props) => <select className={classNames(style.input, className)} {...rest} {...props} />}
    </Field>
  )
}

/** A box to tick. */
export function Checkbox({
  label,
  labelHidden = false,
  off = false,
  onChange,
  className,
  ...rest
}: Pick<FieldProps, 'label' | 'labelHidden'> &
  Omit<ComponentPropsWithRef<'input'>, 'disabled' | 'type'> & {
    /** Whether it is off. It can be reached all the same: describe why by `aria-describedby`. */
    readonly off?: boolean
  }): ReactNode {
  return (
    <label className={classNames(style.check, className)} data-off={off || undefined}>
      <input
        type="checkbox"
        aria-disabled={off || undefined}
        onChange={(event) => {
          if (!off) onChange?.(event)
        }}
        {...rest}
      />
      <span className={classNames(labelHidden && 'visually-hidden')}>{label}</span>
    </label>
  )
}

/** Leaves out what is not given, as exact optional properties ask. */
function given({
  label,
  labelHidden,
  hint,
  error,
}: { readonly [K in keyof FieldProps]: FieldProps[K] | undefined }): FieldProps {
  return {
    label,
    ...(labelHidden !== undefined && { labelHidden }),
    ...(hint !== undefined && { hint }),
    ...(error !== undefined && { error }),
  }
}
