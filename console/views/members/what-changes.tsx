import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OperationId } from '../../../src/generated/operations.ts'
import { printable } from '../../../src/core/base/printable.ts'
import { useActor } from '../../mock/actor.tsx'
import { useConnection } from '../../mock/connection.tsx'
import style from './members.module.css'

/** The most lines of each kind. */
const most = 8

/** What a call of the actor would change, tried on a copy: resources, and what other people gain and lose. */
export function WhatChanges({
  operation,
  args,
}: {
  readonly operation: OperationId
  readonly args: readonly unknown[]
}): ReactNode {
  const { control, session } = useConnection()
  const { email } = useActor()
  const { data } = useQuery({
    queryKey: ['control', session, 'rehearse', email, operation, args],
    queryFn: () => control.rehearse({ as: email, operation, args }),
  })
  if (data === undefined || data.status >= 400) return null
  const { people, resources } = data.effect
  const lines = resources.changes.map(
    ({ change, type, name }) => `${type} ${printable(name)} is ${change}`,
  )
  const who = [...new Set(people.changes.map(({ user }) => user))].map((user) => {
    const theirs = people.changes.filter((one) => one.user === user)
    const lost = theirs.filter(({ change }) => change === 'loses').length
    const parts = [
      ...(theirs.length > lost ? [`gains ${theirs.length - lost}`] : []),
      ...(lost > 0 ? [`loses ${lost}`] : []),
    ]
    return `${printable(user)} ${parts.join(' and ')} ${theirs.length === 1 ? 'action' : 'actions'}`
  })
  if (lines.length + who.length === 0) return null
  return (
    <section className={style.part}>
      <h3>What changes</h3>
      <ul className={style.list}>
        {[...who.slice(0, most), ...lines.slice(0, most)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
