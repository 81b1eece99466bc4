import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { Button } from '../../parts/button.tsx'
import { View } from '../../parts/view.tsx'
import { navigate } from '../../routing/hash-location.ts'
import { useSearchValue } from '../../routing/search.ts'
import { contentOf } from './file.ts'
import { linkName, unpacked } from './link.ts'
import { NamedStates } from './named-states.tsx'
import { OpenDialog } from './open-dialog.tsx'
import { useOpening } from './opening.ts'
import { SaveDialog } from './save-dialog.tsx'
import { ShareDialog } from './share-dialog.tsx'
import style from './snapshots.module.css'
import { Timeline } from './timeline.tsx'

/** The way back, and states to save, load and share. */
export function Snapshots(): ReactNode {
  const { host, session } = useConnection()
  const { opening, open, end } = useOpening()
  const [overlay, setOverlay] = useState<'save' | 'share'>()
  const [isOver, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const [shared] = useSearchValue(linkName)
  useEffect(() => {
    if (shared === '') return
    // Out of the address at once: a reload, a bookmark or a copied address would carry the state along.
    navigate('/snapshots', { replace: true })
    void open('a shared link', () => unpacked(shared))
  }, [open, shared])

  const load = (file: File | undefined): void => {
    if (file) void open(file.name, () => contentOf(file))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    load(event.dataTransfer.files[0])
  }
  const close = (): void => setOverlay(undefined)
  return (
    <View
      title="Snapshots"
      lead="The way back, and states to save, load and share."
      actions={
        <>
          <Button icon="upload" onClick={() => picker.current?.click()}>
            Load a file
          </Button>
          <Button icon="download" onClick={() => setOverlay('save')}>
            Save as a file
          </Button>
          {host.kind !== 'panel' && (
            <Button look="primary" icon="share" onClick={() => setOverlay('share')}>
              Share as a link
            </Button>
          )}
          <input
            ref={picker}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label="Snapshot"
            onChange={({ target }) => {
              load(target.files?.[0])
              // The same file can be chosen again.
              target.value = ''
            }}
          />
        </>
      }
    >
      <div
        className={style.columns}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <section className={style.timeline} aria-labelledby="timeline">
          <h2 id="timeline">Timeline of {session === '' ? 'the main state' : session}</h2>
          <Timeline />
        </section>
        <div className={style.beside}>
          <NamedStates />
          <p className={style.drop}>Drop a snapshot file here to see what it holds.</p>
        </div>
      </div>
      {opening && <OpenDialog opening={opening} onClose={end} />}
      {overlay === 'save' && <SaveDialog onClose={close} />}
      {overlay === 'share' && <ShareDialog onClose={close} onSave={() => setOverlay('save')} />}
    </View>
  )
}
