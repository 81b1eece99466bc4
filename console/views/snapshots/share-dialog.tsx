import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import { hrefOf } from '../../routing/hash-location.ts'
import { linkName, longestLink, packed } from './link.ts'
import style from './snapshots.module.css'

/** A link that holds the whole state, without its secrets. */
export function ShareDialog({
  onClose,
  onSave,
}: {
  readonly onClose: () => void
  readonly onSave: () => void
}): ReactNode {
  const { control, session } = useConnection()
  const { data: link, error } = useQuery({
    queryKey: ['control', session, 'link'],
    queryFn: async () => linkTo(await packed(await control.snapshot({ secrets: false }))),
    gcTime: 0,
  })
  const isLong = link !== undefined && link.length > longestLink
  return (
    <Dialog title="Share as a link" onClose={onClose}>
      <p>
        The link holds the state itself, in the part of the address that browsers never send.
        Whoever opens it sees what it holds, and is asked before anything is replaced.
      </p>
      <p className={style.soft}>
        Left out: keys of service accounts, values of tokens, and answers kept for retries. Names
        and e-mail addresses are in it.
      </p>
      {error && <Failure error={error} />}
      {!error && link === undefined && <Loading what="the link" />}
      {isLong && (
        <>
          <p role="alert" className={style.warning}>
            This state is too big for a link: {kilobytes(link.length)} kB, where most programs cut
            links at {kilobytes(longestLink)}. Save it as a file and send that.
          </p>
          <p>
            <Button look="primary" icon="download" onClick={onSave}>
              Save as a file
            </Button>
          </p>
        </>
      )}
      {link !== undefined && !isLong && <Link link={link} />}
    </Dialog>
  )
}

function Link({ link }: { readonly link: string }): ReactNode {
  const announce = useAnnounce()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
      announce('The link is copied.')
    } catch {
      // Browsers give the clipboard to safe origins alone: the person copies it.
      field.current?.select()
      announce('The browser keeps its clipboard closed here. The link is selected: copy it.')
    }
  }
  return (
    <div className={style.link}>
      <TextField
        ref={field}
        label="Link"
        hint={`${kilobytes(link.length)} kB`}
        readOnly
        value={link}
        onFocus={({ target }) => target.select()}
      />
      <p>
        <Button look="primary" icon={isCopied ? 'yes' : 'copy'} onClick={() => void copy()}>
          Copy the link
        </Button>
      </p>
    </div>
  )
}

/** The address of this page, with a state in its fragment. */
const linkTo = (state: string): string =>
  new URL(hrefOf(`/snapshots?${linkName}=${state}`), window.location.href).href

const kilobytes = (characters: number): string => (characters / 1000).toFixed(1)
