import { type ReactNode, useState } from 'react'
import { useConnection } from '../../mock/connection.tsx'
import { useActor } from '../../mock/actor.tsx'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Button } from '../../parts/button.tsx'
import { messageOf } from '../../parts/message-of.ts'
import { Empty } from '../../parts/states.tsx'
import { navigate } from '../../routing/hash-location.ts'
import style from './log.module.css'

/** What to do first: call the mock, or let the console make a call that is denied. */
export function LogEmpty(): ReactNode {
  const { control, clientFor, host } = useConnection()
  const { email } = useActor()
  const announce = useAnnounce()
  const [busy, setBusy] = useState(false)
  const snippet = [
    "import { createClient } from 'rolecall'",
    "import { createControl } from 'rolecall/mocks/control'",
    '',
    `const control = createControl({ baseUrl: '${host.address}' })`,
    `const token = await control.signIn('${email}')`,
    `const client = createClient({ baseUrl: '${host.address}', token })`,
    'console.log(await client.users.me())',
  ].join('\n')

  const demonstrate = async (): Promise<void> => {
    setBusy(true)
    try {
      const { findDeniedCall } = await import('./denied-call.ts')
      const call = await findDeniedCall(control)
      if (call === undefined) {
        announce('This policy allows all that the console knows to try.', { failed: true })
        return
      }
      const id = `first_${crypto.randomUUID()}`
      // It is denied: the log says why.
      await clientFor(call.as, id)
        .call(call.operation, ...call.args)
        .catch(() => undefined)
      navigate(`/log/${id}`)
    } catch (error) {
      announce(messageOf(error), { failed: true })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Empty icon="log" title="No requests yet">
      <div className={style.steps}>
        <p>Each request to the mock is shown here, with the rule that allowed or denied it.</p>
        <Button look="primary" busy={busy} onClick={() => void demonstrate()}>
          Make a call that is denied
        </Button>
        {/* An app can't reach a mock that is inside this page. */}
        {host.kind !== 'static' && (
          <>
            <p>Or call it from your app:</p>
            <pre className={style.code}>{snippet}</pre>
            <Button
              icon="copy"
              onClick={() => {
                navigator.clipboard.writeText(snippet).then(
                  () => announce('Copied.'),
                  () => announce('The browser does not let this page copy.', { failed: true }),
                )
              }}
            >
              Copy
            </Button>
          </>
        )}
      </div>
    </Empty>
  )
}
