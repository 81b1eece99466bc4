import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Policy } from '../../../mocks/control-client/index.ts'
import { Button } from '../../parts/button.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { CodeField, type CodePlace } from './code-field.tsx'
import { useDraft } from './draft.ts'
import { Findings } from './findings.tsx'
import style from './policies.module.css'
import { useFindings, usePolicyDetail } from './policy-queries.ts'
import { UsePolicy } from './use-policy.tsx'

/** Milliseconds without a key before the text is checked. */
const pause = 400

/** A policy as JSON, to change, check, and use once its effect was seen. */
export function Edit({ policy }: { readonly policy: string }): ReactNode {
  const { data, error } = usePolicyDetail(policy)
  const [draft, setDraft] = useDraft()
  if (error) return <Failure error={error} />
  if (!data) return <Loading what="the policy" />
  const original = JSON.stringify(data.policy, undefined, 2)
  return (
    <div className={style.part}>
      {draft && draft.base !== policy && (
        <p className={style.warning}>
          This is your draft of {draft.base}.{' '}
          <Button onClick={() => setDraft(undefined)}>Drop it and begin with {policy}</Button>
        </p>
      )}
      <Editor
        text={draft?.text ?? original}
        isChanged={draft !== undefined}
        onChange={(text) => setDraft({ base: draft?.base ?? policy, text })}
        onDrop={() => setDraft(undefined)}
      />
    </div>
  )
}

function Editor({
  text,
  isChanged,
  onChange,
  onDrop,
}: {
  readonly text: string
  readonly isChanged: boolean
  readonly onChange: (text: string) => void
  readonly onDrop: () => void
}): ReactNode {
  const field = useRef<CodePlace>(null)
  const settled = useSettled(text)
  const { data: findings } = useFindings(settled)
  const reason = useId()
  const checked = settled === text ? findings : undefined
  const errors = checked?.filter(({ severity }) => severity === 'error').length
  const formatted = isJson(text) ? JSON.stringify(JSON.parse(text), undefined, 2) : undefined
  const whyOff = isChanged ? whyUnusable(errors) : 'Nothing is changed yet.'
  return (
    <>
      <div className={style.toolbar}>
        <Button
          off={formatted === undefined || formatted === text}
          onClick={() => formatted !== undefined && onChange(formatted)}
        >
          Format
        </Button>
        <Button icon="undo" off={!isChanged} onClick={onDrop}>
          Drop the draft
        </Button>
        <UsePolicy
          policy={whyOff === undefined ? parsed(text) : undefined}
          describedBy={whyOff === undefined ? undefined : reason}
          onUsed={onDrop}
        />
        {whyOff !== undefined && (
          <span id={reason} className={style.soft}>
            {whyOff}
          </span>
        )}
      </div>
      <div className={style.editor}>
        <CodeField ref={field} text={text} findings={checked ?? []} onChange={onChange} />
        <Findings text={text} findings={checked} onGo={(line) => field.current?.goTo(line)} />
      </div>
    </>
  )
}

/** Why a draft can't be used; undefined if it can. */
function whyUnusable(errors: number | undefined): string | undefined {
  if (errors === undefined) return 'The draft is being checked.'
  if (errors === 0) return undefined
  const count = errors === 1 ? '1 error' : `${errors} errors`
  return `The draft has ${count}: it can’t be used.`
}

/** A text once nobody types any more. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** A text that was checked. */
function parsed(text: string): Policy | undefined {
  const value: unknown = isJson(text) ? JSON.parse(text) : undefined
  return mayBePolicy(value) ? value : undefined
}

/** Enough to hand it to the mock, which has checked it, and checks it again. */
const mayBePolicy = (value: unknown): value is Policy =>
  typeof value === 'object' && value !== null && 'name' in value

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
