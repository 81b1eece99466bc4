import { type ChangeEvent, type ReactNode, useState } from 'react'
import type { FaultRule } from '../../../mocks/control-client/index.ts'
import { operations } from '../../../src/generated/operations.ts'
import { usePeople } from '../../mock/control-queries.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Select, TextField } from '../../parts/field.tsx'
import { messageOf } from '../../parts/message-of.ts'
import style from './faults.module.css'
import { formOf, outcomes, type RuleForm, ruleOf } from './rule-form.ts'
import { connections } from './rule-words.ts'

/** Adds a rule, or changes one. The mock checks it before it is in force. */
export function RuleDialog({
  rule,
  onSave,
  onClose,
}: {
  readonly rule: FaultRule | undefined
  readonly onSave: (rule: FaultRule) => Promise<void>
  readonly onClose: () => void
}): ReactNode {
  const { data: people = [] } = usePeople()
  const [form, setForm] = useState(() => formOf(rule))
  const [problem, setProblem] = useState<string>()
  const field = (name: keyof RuleForm) => ({
    value: form[name],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setForm({ ...form, [name]: target.value }),
  })
  const save = async (): Promise<void> => {
    try {
      await onSave(ruleOf(form, rule))
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <Dialog title={rule ? 'Change the rule' : 'Add a rule'} wide onClose={onClose}>
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <fieldset>
          <legend>Which calls</legend>
          <TextField
            label="Operations"
            hint="A name or pattern such as users.* or *.create. Empty: every call"
            list="operations"
            autoFocus
            {...field('on')}
          />
          <datalist id="operations">
            {patterns.map((pattern) => (
              <option key={pattern} value={pattern} />
            ))}
          </datalist>
          <TextField
            label="Callers"
            hint="E-mail addresses. Empty: everybody"
            list="callers"
            {...field('as')}
          />
          <datalist id="callers">
            {people.slice(0, 50).map(({ email }) => (
              <option key={email} value={email} />
            ))}
          </datalist>
          <TextField label="Only these" hint="2, or 1, 4, or every 3, or 3-5" {...field('nth')} />
          <TextField label="Share in %" inputMode="decimal" hint="Empty: all" {...field('share')} />
          <TextField
            label="Times at most"
            inputMode="numeric"
            hint="Empty: no limit"
            {...field('times')}
          />
          <TextField label="From" hint="By the mock’s clock, ISO 8601" {...field('from')} />
          <TextField label="Until" hint="2026-01-05T10:00:00Z" {...field('until')} />
        </fieldset>
        <fieldset>
          <legend>What happens</legend>
          <TextField
            label="Latency in ms"
            inputMode="numeric"
            hint="Empty: none"
            {...field('latency')}
          />
          <TextField
            label="One of 100 takes, in ms"
            inputMode="numeric"
            hint="Empty: all take the same"
            {...field('p99')}
          />
          <Select label="Outcome" {...field('outcome')}>
            {Object.entries(outcomes).map(([name, text]) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </Select>
          {form.outcome === 'status' && (
            <>
              <TextField
                label="Status"
                inputMode="numeric"
                hint="400 to 599"
                {...field('status')}
              />
              <TextField
                label="Detail"
                hint="Empty: that the plan answers so"
                {...field('detail')}
              />
              <TextField label="Retry after, in ms" inputMode="numeric" {...field('retryAfter')} />
            </>
          )}
          {form.outcome === 'rate' && (
            <>
              <TextField label="Requests" inputMode="numeric" {...field('requests')} />
              <TextField label="Per, in ms" inputMode="numeric" {...field('per')} />
            </>
          )}
          {form.outcome === 'connection' && (
            <Select label="Connection" {...field('connection')}>
              {Object.entries(connections).map(([name, text]) => (
                <option key={name} value={name}>
                  {name}: {text}
                </option>
              ))}
            </Select>
          )}
          {['status', 'connection'].includes(form.outcome) && (
            <Select label="The call is lost" {...field('effect')}>
              <option value="">as usual</option>
              <option value="before">before it takes effect</option>
              <option value="after">after it takes effect</option>
            </Select>
          )}
        </fieldset>
        {problem !== undefined && (
          <p role="alert" className={style.refusal}>
            {problem}
          </p>
        )}
        <p className={style.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            {rule ? 'Change the rule' : 'Add the rule'}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

const resources = [...new Set(Object.keys(operations).map((id) => `${id.split('.')[0]}.*`))]

const patterns: readonly string[] = [
  '*.create',
  '*.update',
  ...resources,
  ...Object.keys(operations),
]
