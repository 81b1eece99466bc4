import type { ReactNode } from 'react'
import { Text } from '../../parts/text.tsx'
import { Json } from './json.tsx'
import style from './log.module.css'
import type { Seen } from './seen.ts'

/** What was sent: by whom, when, and with what. */
export function RequestFacts({ seen: { request, fault } }: { readonly seen: Seen }): ReactNode {
  const { actor = 'nobody', method, path, at, ms, id, code, note, query, body } = request
  const facts: readonly (readonly [name: string, text: string | undefined])[] = [
    ['As', actor],
    ['Sent', `${method} ${path}`],
    ['At', at.replace('T', ' ').slice(0, 19)],
    ['Took', `${ms.toFixed(1)} ms`],
    ['Id', id],
    ['Code', code],
    ['Fault', fault],
    ['Note', note],
  ]
  return (
    <section aria-label="Request">
      <h3>Request</h3>
      <Facts facts={facts} />
      {query && <Json label="Query" value={query} />}
      {body !== undefined && <Json label="Body" value={body} />}
    </section>
  )
}

/** Names with their texts. Those without a text are left out. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, text: string | undefined])[]
}): ReactNode {
  return (
    <dl className={style.facts}>
      {facts.map(
        ([name, text]) =>
          text !== undefined && (
            <div key={name}>
              <dt>
                <Text>{name}</Text>
              </dt>
              <dd>
                <Text most={1000}>{text}</Text>
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
