import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Dialog } from './dialog.tsx'
import style from './choose.module.css'

/** Something to choose by typing a part of its text. */
export interface Choice {
  readonly key: string
  readonly text: string
  /** What tells it from others, in a few words. */
  readonly detail?: string | undefined
  readonly group?: string | undefined
  readonly onChoose: () => void | Promise<void>
}

/** The most choices that are listed at a time: the rest is found by typing. */
const mostListed = 50

/** A dialogue to choose from many by typing: the arrows move, Enter chooses. */
export function Choose({
  title,
  label,
  choices,
  onClose,
}: {
  readonly title: string
  /** What to type. */
  readonly label: string
  readonly choices: readonly Choice[]
  readonly onClose: () => void
}): ReactNode {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = matching(choices, typed)
  const listed = found.slice(0, mostListed)
  const active = Math.min(at, listed.length - 1)

  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    onClose()
    void choice.onChoose()
  }
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(listed[active])
    }
    if (step === undefined || listed.length === 0) return
    event.preventDefault()
    const next = (active + step + listed.length) % listed.length
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <input
        className={style.input}
        type="text"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={listed.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <ul ref={list} id={id} role="listbox" aria-label={title} className={style.list}>
        {listed.map((choice, index) => (
          <li
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={style.option}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(choice)}
          >
            <span>{choice.text}</span>
            <span className={style.detail}>{choice.detail ?? choice.group}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={style.count}>
        {countText(found.length)}
      </p>
    </Dialog>
  )
}

const countText = (count: number): string =>
  count === 0
    ? 'Nothing matches.'
    : count > mostListed
      ? `${mostListed} of ${count}. Type to find the others.`
      : ''

/** The choices with all words that were typed, those that begin with them first. */
function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = choices.filter((choice) => {
    const text = textOf(choice)
    return words.every((word) => text.includes(word))
  })
  const [first = ''] = words
  return found.toSorted((one, other) => startsLater(one, first) - startsLater(other, first))
}

const textOf = ({ text, detail = '', group = '' }: Choice): string =>
  `${text} ${detail} ${group}`.toLowerCase()

const startsLater = ({ text }: Choice, word: string): number =>
  text.toLowerCase().startsWith(word) ? 0 : 1
