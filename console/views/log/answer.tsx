import type { ReactNode } from 'react'
import type { LoggedDetail } from '../../../mocks/control-client/index.ts'
import { Json } from './json.tsx'
import style from './log.module.css'
import { Facts } from './request-facts.tsx'

/** What was answered, as far as the log keeps it. */
export function Answer({
  answer,
}: {
  readonly answer: LoggedDetail['answer'] | undefined
}): ReactNode {
  if (answer === undefined) {
    return (
      <section aria-label="Answer">
        <h3>Answer</h3>
        <p className={style.soft}>The mock keeps the answers of the newest 1,000 requests alone.</p>
      </section>
    )
  }
  const { status, headers, body, omitted } = answer
  return (
    <section aria-label="Answer">
      <h3>Answer</h3>
      <Facts facts={[['Status', String(status)], ...Object.entries(headers)]} />
      {body !== undefined && <Json label="Body" value={body} />}
      {omitted !== undefined && <p className={style.soft}>{omitted}</p>}
    </section>
  )
}
