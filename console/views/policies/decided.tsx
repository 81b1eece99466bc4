import { type ReactNode, useState } from 'react'
import { Badge } from '../../parts/badge.tsx'
import { Button } from '../../parts/button.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import style from './policies.module.css'
import { useDecided } from './policy-queries.ts'

const words = { yes: 'may', no: 'may not', depends: 'may, it depends' } as const

/** The most examples that are shown. */
const most = 12

/** Examples of a rule: whom it allows and denies in the state that is shown. */
export function Decided({ rule }: { readonly rule: string }): ReactNode {
  const [isAsked, ask] = useState(false)
  const { data, error } = useDecided(isAsked)
  const examples = (data?.rows ?? []).flatMap(({ name, cells }) =>
    cells.flatMap((cell, at) => {
      const action = data?.actions[at]?.action ?? ''
      return cell.rule === rule ? [{ name, action, outcome: cell.outcome }] : []
    }),
  )
  const shown = examples
    // One of each kind before a second of any.
    .toSorted((one, other) => rankIn(examples, one) - rankIn(examples, other))
    .slice(0, most)
  return (
    <section aria-labelledby="examples">
      <h3 id="examples">Examples</h3>
      {!isAsked && (
        <Button icon="question" onClick={() => ask(true)}>
          Show whom it decides for
        </Button>
      )}
      {error && <Failure error={error} />}
      {isAsked && !error && !data && <Loading what="examples" />}
      {data && shown.length === 0 && (
        <p className={style.soft}>
          It decides nothing in the organization for the people of this state.
        </p>
      )}
      <ul className={style.readings}>
        {shown.map(({ name, action, outcome }) => (
          <li key={`${name} ${action}`}>
            <Text most={60}>{name}</Text>{' '}
            <Badge tone={outcome} icon={outcome}>
              {words[outcome]}
            </Badge>{' '}
            <code>{action}</code>
          </li>
        ))}
      </ul>
      {examples.length > most && (
        <p className={style.soft}>and {examples.length - most} more: see the matrix.</p>
      )}
    </section>
  )
}

interface Example {
  readonly action: string
  readonly outcome: string
}

const rankIn = (all: readonly Example[], one: Example): number =>
  all
    .slice(0, all.indexOf(one))
    .filter(({ action, outcome }) => action === one.action && outcome === one.outcome).length
