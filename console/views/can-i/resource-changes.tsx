import type { ReactNode } from 'react'
import type { CallEffect } from '../../../mocks/control-client/index.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { Badge } from '../../parts/badge.tsx'
import style from './can-i.module.css'

const tones = { created: 'yes', changed: 'fact', removed: 'no' } as const
const icons = { created: 'add', changed: 'edit', removed: 'remove' } as const
const texts = { created: 'Created', changed: 'Changed', removed: 'Removed' } as const

/** The most characters of a value that are shown. */
const mostShown = 300

/** The resources that a call changes, property by property. */
export function ResourceChanges({ changes, more }: CallEffect['resources']): ReactNode {
  if (changes.length === 0) return null
  return (
    <div className={style.scrolls} role="region" aria-label="Resources" tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">Property</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        {changes.map(({ change, type, id, name, diff }) => (
          <tbody key={`${type} ${id}`}>
            {diff.map(({ path, before, after }, at) => (
              <tr key={path}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={diff.length}>
                    <Badge tone={tones[change]} icon={icons[change]}>
                      {texts[change]}
                    </Badge>{' '}
                    {type} {printable(name)}
                  </th>
                )}
                <td>{path === '' ? 'All of it' : printable(path.slice(1))}</td>
                <td>
                  <Value value={before} />
                </td>
                <td>
                  <Value value={after} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {more > 0 && <p>{more} more resources would change.</p>}
    </div>
  )
}

function Value({ value }: { readonly value: unknown }): ReactNode {
  if (value === undefined) return 'None'
  const text = printable(JSON.stringify(value))
  return <code>{text.length > mostShown ? `${text.slice(0, mostShown)}…` : text}</code>
}
