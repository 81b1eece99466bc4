import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { firstTry } from '../../mock/remedy.ts'
import { useLog } from '../../mock/log-provider.tsx'
import { Button } from '../../parts/button.tsx'
import { DenialView } from '../../parts/denial-view.tsx'
import { Text } from '../../parts/text.tsx'
import { Answer } from './answer.tsx'
import { CopyMenu } from './copy-menu.tsx'
import { EndBadge } from './log-line.tsx'
import style from './log.module.css'
import { RequestFacts } from './request-facts.tsx'
import { asked, callOf, decisionsOf, type Seen, seen } from './seen.ts'
import { TraceTree } from './trace-tree.tsx'

/** A request in detail: what was asked, what was answered, why, and what would change it. */
export function LogDetail({
  id,
  request,
  hrefFor,
  onClose,
}: {
  readonly id: string
  /** Undefined for one that the log no longer has. */
  readonly request: LoggedRequest | undefined
  readonly hrefFor: (id: string) => string
  readonly onClose: () => void
}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const one = request && seen(request)
  return (
    <aside
      className={style.detail}
      aria-label="The request"
      onKeyDown={({ key, target }) => {
        // What is open above it closes by itself.
        const isAbove = target instanceof Element && target.closest('dialog, [popover]') !== null
        if (key === 'Escape' && !isAbove) onClose()
      }}
    >
      <header className={style.title}>
        <h2 ref={heading} tabIndex={-1}>
          <Text most={2000}>{one?.call ?? id}</Text>
        </h2>
        <Button look="plain" icon="no" iconOnly onClick={onClose}>
          Close the request
        </Button>
      </header>
      {one ? <Whole seen={one} hrefFor={hrefFor} /> : <p>The log does not have this request.</p>}
    </aside>
  )
}

function Whole({
  seen: one,
  hrefFor,
}: {
  readonly seen: Seen
  readonly hrefFor: (id: string) => string
}): ReactNode {
  const { request } = one
  const { control, session } = useConnection()
  const { data } = useQuery({
    queryKey: ['control', session, 'request', request.id],
    queryFn: () => control.requests.get(request.id),
  })
  const call = callOf(request)
  const { questions = request.question ? [request.question] : [] } = request
  return (
    <>
      <div className={style.line}>
        <EndBadge seen={one} />
        <CopyMenu request={request} />
      </div>
      <Tries request={request} hrefFor={hrefFor} />
      {decisionsOf(request).map((decision, at) => (
        // A request has as many decisions as questions, in their order.
        // oxlint-disable-next-line react/no-array-index-key
        <section key={at} aria-label={`Decision ${at + 1}`}>
          <h3>
            {questions[at] ? <Text most={400}>{asked(questions[at])}</Text> : 'Why'}
            {questions.length > 1 && ` ${decision.allowed ? 'Yes' : decision.outcome}`}
          </h3>
          <DenialView decision={decision} call={call} first={request.id} />
        </section>
      ))}
      {data?.trace && <TraceTree trace={data.trace} decision={request.decision} />}
      <RequestFacts seen={one} />
      {data && <Answer answer={data.answer} />}
    </>
  )
}

/** The other tries of the same call: denied before, allowed now. */
function Tries({
  request,
  hrefFor,
}: {
  readonly request: LoggedRequest
  readonly hrefFor: (id: string) => string
}): ReactNode {
  const { requests } = useLog()
  const first = firstTry(request.id) ?? request.id
  const tries = requests.filter(({ id }) => id === first || firstTry(id) === first)
  if (tries.length < 2) return null
  return (
    <section aria-label="Tries of this call">
      <h3>Tried {tries.length} times</h3>
      <ol>
        {tries.map((one) => (
          <li key={one.id} className={style.line}>
            <EndBadge seen={seen(one)} />
            {one.id === request.id ? (
              'this one'
            ) : (
              <a href={hrefFor(one.id)}>{one.at.slice(11, 19)}</a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
