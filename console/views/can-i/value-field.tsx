import { type ReactNode, useId } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { Checkbox, Select, TextArea, TextField } from '../../parts/field.tsx'
import { BooleanField } from './boolean-field.tsx'
import type { Choices } from './choices.ts'
import type { Constant, Field } from './kinds.ts'
import { ListField } from './list-field.tsx'
import { MapField } from './map-field.tsx'
import style from './question-form.module.css'
import { isValues, jsonText, readJson, readNumber, type Values, withValue } from './values.ts'

/** What each kind of value has. */
export interface ValueProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** The JSON pointer of the value. */
  readonly pointer: string
  readonly choices: Choices
  /** Messages by JSON pointer. */
  readonly errors: Readonly<Record<string, string>>
}

/** The control of a value, by its kind. An empty one leaves the value out. */
export function ValueField(props: ValueProps): ReactNode {
  const { field, value, onChange, pointer, choices, errors } = props
  const { name, kind, isRequired } = field
  const error = errors[pointer]
  const label = isRequired ? `${name} (required)` : name
  const common = { label, ...(error !== undefined && { error }) }
  switch (kind.kind) {
    case 'object':
      return <ObjectField {...props} />
    case 'map':
      return <MapField {...props} kind={kind} />
    case 'list':
      return <ListField {...props} kind={kind} />
    case 'boolean':
      return <BooleanField {...common} value={value} onChange={onChange} />
    case 'choice':
      return (
        <Select
          {...common}
          value={value === undefined ? '' : JSON.stringify(value)}
          onChange={({ target }) => onChange(readJson(target.value))}
        >
          <option value="">Left out</option>
          {kind.key !== undefined &&
            choices(kind.key).map((choice) => (
              <option key={choice.value} value={JSON.stringify(choice.value)}>
                {printable(choice.text)}
              </option>
            ))}
          {kind.options.map((option) => (
            <option key={String(option)} value={JSON.stringify(option)}>
              {constantText(option)}
            </option>
          ))}
        </Select>
      )
    case 'number':
      return (
        <TextField
          {...common}
          inputMode="numeric"
          value={value === undefined ? '' : String(value)}
          onChange={({ target }) => onChange(readNumber(target.value))}
        />
      )
    case 'text':
      return (
        <>
          <NamedField
            {...common}
            offered={kind.key === undefined ? [] : choices(kind.key)}
            value={typeof value === 'string' ? value : ''}
            onChange={(text) => onChange(text === '' ? undefined : text)}
          />
          {kind.isNullable && (
            <Checkbox
              label={`null: take ${name} away`}
              checked={value === null}
              onChange={({ target }) => onChange(target.checked ? null : undefined)}
            />
          )}
        </>
      )
    case 'json':
      return (
        <TextArea
          {...common}
          hint="JSON"
          rows={3}
          value={jsonText(value)}
          onChange={({ target }) => onChange(readJson(target.value))}
        />
      )
  }
}

function ObjectField(props: ValueProps): ReactNode {
  const { field, value, onChange, pointer } = props
  if (field.kind.kind !== 'object') return null
  const values: Values = isValues(value) ? value : {}
  return (
    <fieldset className={style.group}>
      <legend>{field.isRequired ? `${field.name} (required)` : field.name}</legend>
      {field.kind.fields.map((part) => (
        <ValueField
          key={part.name}
          {...props}
          field={part}
          value={values[part.name]}
          pointer={`${pointer}/${part.name}`}
          onChange={(next) => onChange(filled(withValue(values, part.name, next)))}
        />
      ))}
    </fieldset>
  )
}

/** A text that may name something that there is: what there is can be chosen, and anything be typed. */
export function NamedField({
  offered,
  onChange,
  ...field
}: {
  readonly label: string
  readonly error?: string
  readonly offered: readonly { readonly value: string; readonly text: string }[]
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

/** An object without values is left out. */
const filled = (values: Values): Values | undefined =>
  Object.keys(values).length > 0 ? values : undefined

const constantText = (constant: Constant): string =>
  constant === null ? 'null: none any more' : String(constant)
