import { type ReactNode, useState } from 'react'
import { printable } from '../../../src/core/base/printable.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { Button } from '../../parts/button.tsx'
import { Checkbox, TextArea } from '../../parts/field.tsx'
import { ChooseOperation, ChoosePerson } from './choosers.tsx'
import { useChoices } from './choices.ts'
import type { Operation } from './operations.ts'
import { argsOf, type Draft, faultsOf, type Question, withOperation } from './question.ts'
import style from './question-form.module.css'
import { NamedField } from './named-field.tsx'
import { ValueField } from './value-field.tsx'
import { isValues, jsonText, readJson, withValue } from './values.ts'

/** Props of {@link QuestionForm}. */
export interface QuestionFormProps {
  readonly operations: readonly Operation[]
  readonly operation: Operation
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  /** What the mock has found wrong with the body or the query: messages by JSON pointer. */
  readonly errors: Readonly<Record<string, string>>
  readonly busy: boolean
  readonly onAsk: (question: Question) => void
}

/** A person, a call and its arguments, in fields that the document of the API describes. */
export function QuestionForm({
  operations,
  operation,
  draft,
  onChange,
  errors,
  busy,
  onAsk,
}: QuestionFormProps): ReactNode {
  const [open, setOpen] = useState<'person' | 'operation'>()
  const [asJson, setAsJson] = useState(false)
  const [hasAsked, setAsked] = useState(false)
  const { data: people = [] } = usePeople()
  const choices = useChoices()
  const faults = faultsOf(draft, operation)
  const shown = { ...errors, ...(hasAsked && faults) }
  const input = isValues(draft.input) ? draft.input : {}
  const close = () => setOpen(undefined)
  const person = people.find(({ email }) => email === draft.as)

  return (
    <form
      className={style.form}
      aria-label="The question"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (Object.keys(faults).length > 0) return
        const { as } = draft
        onAsk({ as, operation: operation.id, args: argsOf(draft, operation) })
      }}
    >
      <Picked label="Can" onPress={() => setOpen('person')}>
        {printable(person ? `${person.name} · ${person.email}` : draft.as)}
      </Picked>
      <Picked label="Call" onPress={() => setOpen('operation')}>
        {operation.id}: {operation.summary}
      </Picked>
      {operation.path.map(({ name }) => (
        <NamedField
          key={name}
          label={name}
          {...(shown[name] !== undefined && { error: shown[name] })}
          offered={choices(name)}
          value={draft.path[name] ?? ''}
          onChange={(text) => onChange({ ...draft, path: { ...draft.path, [name]: text } })}
        />
      ))}
      {operation.input && (
        <>
          <Checkbox
            label="As JSON"
            checked={asJson || !isValues(draft.input)}
            off={!isValues(draft.input)}
            onChange={({ target }) => setAsJson(target.checked)}
          />
          {asJson || !isValues(draft.input) ? (
            <TextArea
              label="Arguments as JSON"
              rows={8}
              {...(firstOf(shown) !== undefined && { error: firstOf(shown) })}
              value={draft.text ?? jsonText(draft.input)}
              onChange={({ target }) =>
                onChange({ ...draft, text: target.value, input: readJson(target.value) ?? {} })
              }
            />
          ) : (
            operation.input.map((field) => (
              <ValueField
                key={field.name}
                field={field}
                value={input[field.name]}
                pointer={`/${field.name}`}
                choices={choices}
                errors={shown}
                onChange={(value) =>
                  onChange({
                    ...draft,
                    text: undefined,
                    input: withValue(input, field.name, value),
                  })
                }
              />
            ))
          )}
        </>
      )}
      <div className={style.ask}>
        <Button type="submit" look="primary" busy={busy}>
          Ask
        </Button>
      </div>
      {open === 'person' && (
        <ChoosePerson onChoose={(as) => onChange({ ...draft, as })} onClose={close} />
      )}
      {open === 'operation' && (
        <ChooseOperation
          operations={operations}
          onChoose={(one) => onChange(withOperation(draft, one))}
          onClose={close}
        />
      )}
    </form>
  )
}

function Picked({
  label,
  onPress,
  children,
}: {
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className={style.pick}>
      <span aria-hidden="true">{label}</span>
      <Button icon="down" onClick={onPress}>
        <span>
          <span className="visually-hidden">{label}: </span>
          {children}
        </span>
      </Button>
    </div>
  )
}

/** The first message about the arguments. */
const firstOf = (errors: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(errors).find(([at]) => at === '' || at.startsWith('/'))?.[1]
