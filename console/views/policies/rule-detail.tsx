import { type ReactNode, useEffect, useRef } from 'react'
import type { PolicySummary, StatedRule } from '../../../mocks/control-client/index.ts'
import { Badge } from '../../parts/badge.tsx'
import { Text } from '../../parts/text.tsx'
import { Decided } from './decided.tsx'
import style from './policies.module.css'
import { usePolicyDetail } from './policy-queries.ts'
import { RequirementTree } from './requirement-tree.tsx'

const origins = {
  documented: 'Documented',
  reading: 'Reading',
  platform: 'On every platform',
} as const

/** A rule as a whole: its words, their source, and what it needs. */
export function RuleDetail({
  rule,
  policy,
  source,
}: {
  readonly rule: StatedRule
  readonly policy: PolicySummary
  readonly source: string
}): ReactNode {
  const { id, text, origin, more, quotes, readings, asks, refusals } = rule
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <article className={style.detail} aria-labelledby="rule">
      <h2 id="rule" ref={heading} tabIndex={-1}>
        <code>{id}</code> <Text most={1000}>{text}</Text>
      </h2>
      {origin && (
        <p>
          <Badge tone={origin === 'reading' ? 'depends' : 'fact'}>{origins[origin]}</Badge>{' '}
          {origin !== 'platform' && (
            <span className={style.soft}>
              <Text>{source}</Text>
            </span>
          )}
        </p>
      )}
      {more && (
        <p>
          <Text most={2000}>{more}</Text>
        </p>
      )}
      {quotes.length > 0 && (
        <section aria-labelledby="source">
          <h3 id="source">Source</h3>
          {quotes.map(({ text: words, row, section, url }) => (
            <figure key={`${section}${words}`} className={style.quote}>
              <blockquote>
                <Text most={2000}>{words}</Text>
                {row && (
                  <span className={style.soft}>
                    {' '}
                    <Text most={500}>
                      {Object.entries(row)
                        .map(([column, cell]) => `${column}: ${cell}`)
                        .join(', ')}
                    </Text>
                  </span>
                )}
              </blockquote>
              {(section ?? url) && (
                <figcaption className={style.soft}>
                  <Text>{[section, url].filter(Boolean).join(', ')}</Text>
                </figcaption>
              )}
            </figure>
          ))}
        </section>
      )}
      {readings.length > 0 && (
        <section aria-labelledby="readings">
          <h3 id="readings">Read as</h3>
          <ul className={style.readings}>
            {readings.map((reading) => (
              <li key={reading}>
                <Text most={2000}>{reading}</Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asks.length > 0 && (
        <section aria-labelledby="asks">
          <h3 id="asks">What it needs</h3>
          <dl className={style.asks}>
            {asks.map(({ call, parts, needs, origin: of }) => (
              <div key={`${call} ${parts.join()}`}>
                <dt>
                  <code>{call}</code>
                  {parts.length > 0 && <span className={style.soft}> {parts.join(', ')}</span>}
                </dt>
                <dd>
                  <Text most={1000}>{needs}</Text>
                  {of === 'reading' && <span className={style.soft}> (reading)</span>}
                </dd>
              </div>
            ))}
          </dl>
          <Requirements id={id} policy={policy.name} />
        </section>
      )}
      {refusals.length > 0 && (
        <section aria-labelledby="refusals">
          <h3 id="refusals">What it refuses whatever somebody holds</h3>
          <ul className={style.readings}>
            {refusals.map(({ by, on, status, code, text: words }) => (
              <li key={`${by} ${code} ${words}`}>
                <Text most={1000}>{words}</Text>{' '}
                <span className={style.soft}>
                  {status} {code}, by {by}
                  {on.length > 0 && `: ${on.slice(0, 5).join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {policy.inForce && <Decided rule={id} />}
    </article>
  )
}

/** The requirements of a rule as trees, by the action that asks them. */
function Requirements({ id, policy }: { readonly id: string; readonly policy: string }): ReactNode {
  const { data } = usePolicyDetail(policy)
  if (!data) return null
  const asked = Object.entries(data.policy.rules).filter(([, rule]) => rule.id === id)
  return (
    <details>
      <summary>As a tree</summary>
      {asked.map(([action, { require }]) => (
        <div key={action} className={style.tree}>
          <p>
            <code>{action}</code>
          </p>
          <ul>
            <RequirementTree requirement={require} />
          </ul>
        </div>
      ))}
    </details>
  )
}
