import { useEffect, useRef, useSyncExternalStore } from 'react'

/** What each key does, outside of fields. */
export const keys = {
  palette: { key: 'k', text: 'Find a view, a person or an action' },
  actAs: { key: 'a', text: 'Act as somebody else' },
  goBack: { key: 'b', text: 'Act as the person before' },
  undo: { key: 'u', text: 'Undo the last change' },
  search: { key: '/', text: 'Search in the view' },
  help: { key: '?', text: 'Show the keys' },
} as const

/** The name of a key's action. */
export type ShortcutName = keyof typeof keys

const stored = 'rolecall-console-keys'
const listeners = new Set<() => void>()

/** Whether single keys act. Who uses speech input turns them off. */
const areOn = (): boolean => localStorage.getItem(stored) !== 'off'

/** Turns the single keys on or off. */
export function turnKeys(on: boolean): void {
  localStorage.setItem(stored, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

/** Returns whether single keys act. */
export const useKeysOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, areOn)

/** Runs an action at its key. The palette opens with Ctrl or Command too, in fields and with keys off. */
export function useShortcuts(actions: Partial<Record<ShortcutName, () => void>>): void {
  const on = useKeysOn()
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, metaKey, altKey } = event
      if (event.defaultPrevented || altKey) return
      const isPalette = (ctrlKey || metaKey) && key.toLowerCase() === keys.palette.key
      if (!isPalette && (ctrlKey || metaKey || !on || isWriting(target))) return
      const [name] = Object.entries(keys).find(([, entry]) => entry.key === key.toLowerCase()) ?? []
      const act = isPalette ? latest.current.palette : actionOf(latest.current, name)
      // A dialogue is a place of its own.
      if (act === undefined || document.querySelector('dialog[open]')) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

const actionOf = (
  actions: Readonly<Record<string, (() => void) | undefined>>,
  name: string | undefined,
): (() => void) | undefined => (name === undefined ? undefined : actions[name])

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
