import type { ReactNode } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { Checkbox } from '../parts/field.tsx'
import style from './keyboard-help.module.css'
import { keys, turnKeys, useKeysOn } from './shortcuts.ts'

/** The keys, and a box that turns them off. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const on = useKeysOn()
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className={style.keys}>
        {Object.values(keys).map(({ key, text }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label="Single keys act"
        checked={on}
        onChange={({ target }) => turnKeys(target.checked)}
      />
      <p>
        Ctrl or Command with K opens the palette in any case. In tables and menus the arrows move.
      </p>
    </Dialog>
  )
}
