import type { ReactNode } from 'react'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { useActor } from '../mock/actor.tsx'
import { usePeople } from '../mock/control-queries.ts'
import style from './identity.module.css'
import { keys } from './shortcuts.ts'

/** As whom the console acts, always visible, with the ways to another person and back. */
export function Identity({ onSwitch }: { readonly onSwitch: () => void }): ReactNode {
  const { email, before, goBack } = useActor()
  const { data: people = [] } = usePeople()
  const person = people.find((one) => one.email === email)
  const name = person?.name ?? email
  const [previous] = before
  return (
    <section className={style.identity} aria-label="You act as">
      <button
        type="button"
        className={style.card}
        onClick={onSwitch}
        aria-keyshortcuts={keys.actAs.key}
        title={`Act as somebody else (${keys.actAs.key})`}
      >
        <Avatar name={name} />
        <span className={style.who}>
          <span className={style.label}>Acting as</span>
          <b>{name}</b>
          <span className={style.email}>{email}</span>
        </span>
        <Icon name="down" />
      </button>
      {previous !== undefined && (
        <Button
          look="plain"
          icon="back"
          className={style.back}
          onClick={goBack}
          aria-keyshortcuts={keys.goBack.key}
          title={`Act as the person before (${keys.goBack.key})`}
        >
          Back to {people.find((one) => one.email === previous)?.name ?? previous}
        </Button>
      )}
    </section>
  )
}
