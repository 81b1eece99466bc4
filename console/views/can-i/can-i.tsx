import { type ReactNode, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useActor } from '../../mock/actor.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { Answer } from './answer.tsx'
import style from './can-i.module.css'
import type { Operation } from './operations.ts'
import { type Draft, draftIn, questionIn, searchOf } from './question.ts'
import { QuestionForm } from './question-form.tsx'
import { useOperations } from './use-document.ts'
import { faultsIn, useRehearsal } from './use-rehearsal.ts'

/** Try a call as anybody. It is made on a copy, and nothing changes. */
export function CanI(): ReactNode {
  const { data, error, refetch } = useOperations()
  return (
    <View title="Can I" lead="Try a call as anybody. It is made on a copy, and nothing changes.">
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && (data ? <Asked operations={data} /> : <Loading what="the calls of the API" />)}
    </View>
  )
}

/** The question of the view's address, and its answer. */
function Asked({ operations }: { readonly operations: readonly Operation[] }): ReactNode {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const { email } = useActor()
  const [written, write] = useState<{ readonly search: string; readonly draft: Draft }>()
  // Another address is another question: of a link, or of the way back.
  const draft = written?.search === search ? written.draft : draftIn(search, operations, email)
  const question = questionIn(search)
  const { data, error, isFetching } = useRehearsal(question)
  const operation = operations.find(({ id }) => id === draft.operation)
  if (operation === undefined) {
    return <Failure error={new Error(`The API has no operation ${draft.operation}.`)} />
  }
  return (
    <div className={style.columns}>
      <QuestionForm
        operations={operations}
        operation={operation}
        draft={draft}
        onChange={(next) => write({ search, draft: next })}
        errors={data ? faultsIn(data) : {}}
        busy={isFetching}
        onAsk={(asked) => {
          const next = searchOf(asked)
          write({ search: next, draft })
          navigate(`${path}?${next}`)
        }}
      />
      <section className={style.answer} aria-label="The answer">
        {error && <Failure error={error} />}
        {!error && question && data && <Answer question={question} rehearsal={data} />}
        {!question && <p>Choose a person and a call, and ask.</p>}
      </section>
    </div>
  )
}
