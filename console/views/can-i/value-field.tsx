import type { ReactNode } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { Checkbox, Select, TextArea, TextField } from '../../parts/field.tsx'
import { BooleanField } from './boolean-field.tsx'
import type { Constant } from './kinds.ts'
import { ListField } from './list-field.tsx'
import { MapField } from './map-field.tsx'
import { NamedField } from './named-field.tsx'
import style from './question-form.module.css'
import type { ValueProps } from './value-props.ts'
import { isValues, jsonText, readJson, readNumber, type Values, withValue } from './values.ts'

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
      return <MapField {...props} kind={kind} Entry={ValueField} />
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

/** An object without values is left out. */
const filled = (values: Values): Values | undefined =>
  Object.keys(values).length > 0 ? values : undefined

const constantText = (constant: Constant): string =>
  constant === null ? 'null: none any more' : String(constant)
