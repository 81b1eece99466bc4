import { type ReactNode, useId } from 'react'
import type { PolicySummary, StatedRule } from '../../../mocks/control-client/index.ts'
import { Badge } from '../../parts/badge.tsx'
import { Select, TextField } from '../../parts/field.tsx'
import { Empty, Failure, Loading } from '../../parts/states.tsx'
import { Text } from '../../parts/text.tsx'
import { useSearchValue } from '../../routing/search.ts'
import { placeOf } from './place.ts'
import style from './policies.module.css'
import { useRules } from './policy-queries.ts'
import { RuleDetail } from './rule-detail.tsx'

/** The rules of a policy, to search and filter, and one of them as a whole. */
export function Rules({
  policy,
  rule: id,
}: {
  readonly policy: PolicySummary
  readonly rule: string
}): ReactNode {
  const { data, error, refetch } = useRules(policy.name)
  const [typed, setTyped] = useSearchValue('q')
  const [about, setAbout] = useSearchValue('about')
  const count = useId()
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what="the rules" />

  const { rules, source } = data
  const found = rules.filter((rule) => isAbout(rule, about) && hasWords(rule, typed))
  const shown = rules.find((rule) => rule.id === id)
  return (
    <div className={style.columns}>
      <div className={style.part}>
        <div className={style.filters}>
          <TextField
            type="search"
            label="Search rules"
            aria-controls={count}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Select
            label="Resource or operation"
            value={about}
            onChange={({ target }) => setAbout(target.value)}
          >
            <option value="">All</option>
            {namesIn(rules).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <p id={count} role="status" className={style.soft}>
          {found.length === rules.length
            ? `${rules.length} rules, ${rules.length - policy.rules} of them those of every platform`
            : `${found.length} of ${rules.length} rules`}
        </p>
        {found.length === 0 && (
          <Empty icon="search" title="No rule matches">
            <p>Search for fewer words, or choose all resources.</p>
          </Empty>
        )}
        <ul className={style.rules}>
          {found.map((rule) => (
            <li key={rule.id}>
              <a
                href={placeOf(policy.name, rule.id)}
                className={style.rule}
                aria-current={rule.id === id || undefined}
              >
                <code>{rule.id}</code>
                <span>
                  <Text>{rule.text || 'Stated in no sentence'}</Text>
                </span>
                {rule.origin === 'reading' && <Badge tone="depends">Reading</Badge>}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div className={style.part}>
        {shown ? (
          <RuleDetail key={shown.id} rule={shown} policy={policy} source={source} />
        ) : (
          <Empty icon="policies" title={id === '' ? 'Choose a rule' : `There is no rule ${id}`}>
            <p>Each shows what asks it, what it needs, and the words that it was taken from.</p>
          </Empty>
        )}
      </div>
    </div>
  )
}

const callsOf = ({ asks, refusals }: StatedRule): readonly string[] => [
  ...asks.map(({ call }) => call),
  ...refusals.flatMap(({ on }) => on),
]

const isAbout = (rule: StatedRule, name: string): boolean =>
  name === '' || callsOf(rule).some((call) => call === name || call.startsWith(`${name}.`))

function hasWords(rule: StatedRule, typed: string): boolean {
  const { id, text, readings, quotes, asks } = rule
  const all = [
    id,
    text,
    ...readings,
    ...quotes.map((quote) => quote.text),
    ...asks.flatMap(({ call, needs }) => [call, needs]),
  ]
    .join(' ')
    .toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** Resources first, then the operations. */
function namesIn(rules: readonly StatedRule[]): readonly string[] {
  const calls = [...new Set(rules.flatMap(callsOf))].toSorted()
  return [
    ...new Set(calls.map((call) => call.split('.')[0] ?? call)),
    ...calls.filter((call) => call.includes('.')),
  ]
}
