import { type ReactNode, useMemo } from 'react'
import type { PolicyFinding } from '../../../mocks/control-client/index.ts'
import { Badge } from '../../parts/badge.tsx'
import { Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { lineOf, linesOf } from './json-places.ts'
import style from './policies.module.css'

/** The most findings that are listed: the first ones are mended first. */
const most = 100

/** What is wrong with a draft, each with its line to go to. */
export function Findings({
  text,
  findings,
  onGo,
}: {
  readonly text: string
  readonly findings: readonly PolicyFinding[] | undefined
  readonly onGo: (line: number) => void
}): ReactNode {
  const lines = useMemo(() => linesOf(text), [text])
  const errors = findings?.filter(({ severity }) => severity === 'error').length ?? 0
  const warnings = (findings?.length ?? 0) - errors
  return (
    <section className={style.findings} aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      {!findings && <Loading what="the findings" />}
      <p role="status">
        {findings && (
          <>
            <Badge tone={errors > 0 ? 'no' : 'yes'} icon={errors > 0 ? 'no' : 'yes'}>
              {errors} errors
            </Badge>{' '}
            <Badge tone={warnings > 0 ? 'depends' : 'fact'}>{warnings} warnings</Badge>
          </>
        )}
      </p>
      <ul>
        {(findings ?? []).slice(0, most).map((finding) => {
          const { severity, pointer, message, fix } = finding
          const line = placeIn(lines, finding)
          return (
            <li key={`${pointer} ${message}`}>
              <button type="button" className={style.finding} onClick={() => onGo(line)}>
                <strong>
                  {severity === 'error' ? 'Error' : 'Warning'} in line {line}
                </strong>
                <code>
                  <Text>{pointer || '/'}</Text>
                </code>
                <span>
                  <Text most={500}>{`${message} ${fix}`}</Text>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {(findings?.length ?? 0) > most && <p>and {(findings?.length ?? 0) - most} more</p>}
    </section>
  )
}

/** The line of a finding. Of a text that is no JSON, the message has it. */
export function placeIn(
  lines: ReadonlyMap<string, number>,
  { code, pointer, message }: PolicyFinding,
): number {
  if (code !== 'not_json') return lineOf(lines, pointer)
  const [, line = '1'] = /line (\d+)/.exec(message) ?? []
  return Number(line)
}
