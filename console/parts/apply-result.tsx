import type { ReactNode, Ref } from 'react'
import { callText } from '../../src/index.ts'
import type { CallOf, Repeated } from '../mock/remedy.ts'
import type { Progress } from '../mock/use-remedy.ts'
import { hrefOf } from '../routing/hash-location.ts'
import style from './apply-dialog.module.css'
import { Badge } from './badge.tsx'
import { messageOf } from './message-of.ts'
import { Text } from './text.tsx'

/** What came of a remedy: its calls, the denied call again, and what was taken back. */
export function ApplyResult({
  progress,
  denied,
  heading,
}: {
  readonly progress: Progress
  readonly denied: CallOf
  readonly heading: Ref<HTMLHeadingElement>
}): ReactNode {
  return (
    <div className={style.result}>
      <h3 ref={heading} tabIndex={-1}>
        {titleOf(progress)}
      </h3>
      {progress.at === 'undoing' && (
        <>
          <p>
            {progress.others === 1
              ? 'Another call has changed something since. It is taken back too:'
              : `${progress.others} other calls have changed something since. They are taken back too:`}
          </p>
          <ul className={style.calls}>
            {progress.entries.map(({ id, operation, actor }) => (
              <li key={id}>
                <Text>{`${operation ?? 'a change'}${actor === undefined ? '' : ` by ${actor}`}`}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {progress.at === 'applied' && (
        <ol className={style.calls}>
          {progress.made.map(({ id, call }) => (
            <Row key={id} call={call} tone="yes" said="Done" />
          ))}
          {progress.failed && (
            <Row
              call={progress.failed.call}
              tone="no"
              said="Refused"
              why={messageOf(progress.failed.error)}
            />
          )}
          {progress.repeated && <RepeatedRow call={denied} repeated={progress.repeated} />}
        </ol>
      )}
    </div>
  )
}

function RepeatedRow({
  call,
  repeated: { id, allowed, error },
}: {
  readonly call: CallOf
  readonly repeated: Repeated
}): ReactNode {
  const isDone = allowed && error === undefined
  return (
    <Row
      call={call}
      tone={isDone ? 'yes' : allowed ? 'depends' : 'no'}
      said={isDone ? 'Allowed now' : allowed ? 'Allowed, but refused' : 'Denied still'}
      why={error === undefined ? undefined : messageOf(error)}
    >
      <a href={hrefOf(`/log/${encodeURIComponent(id)}`)}>Show it in the log</a>
    </Row>
  )
}

const icons = { yes: 'yes', no: 'no', depends: 'depends' } as const

function Row({
  call,
  tone,
  said,
  why,
  children,
}: {
  readonly call: CallOf
  readonly tone: keyof typeof icons
  readonly said: string
  readonly why?: string | undefined
  readonly children?: ReactNode
}): ReactNode {
  return (
    <li>
      <span className={style.line}>
        <Badge tone={tone} icon={icons[tone]}>
          {said}
        </Badge>
        <span>
          as <Text>{call.as}</Text>
        </span>
        {children}
      </span>
      <code>
        <Text most={1000}>{callText(call)}</Text>
      </code>
      {why !== undefined && <p>{why}</p>}
    </li>
  )
}

function titleOf(progress: Progress): string {
  switch (progress.at) {
    case 'undone':
      return 'Undone: all is as before.'
    case 'undoing':
      return 'Undo more than this?'
    case 'applied': {
      const { failed, made, repeated } = progress
      if (failed) {
        return made.length === 0
          ? 'The call was refused: nothing has changed.'
          : `Call ${made.length + 1} was refused. The ${made.length === 1 ? 'call' : 'calls'} before it took effect.`
      }
      if (repeated === undefined) return 'Applied.'
      if (!repeated.allowed) return 'Applied, and denied still.'
      return repeated.error === undefined
        ? 'Denied before, allowed now.'
        : 'Denied before, allowed now, but refused for another reason.'
    }
    case 'asking':
    case 'applying':
      return ''
  }
}
