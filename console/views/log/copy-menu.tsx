import type { ReactNode } from 'react'
import type { LoggedRequest } from '../../../mocks/control-client/index.ts'
import { useConnection } from '../../mock/connection.tsx'
import { usePolicy } from '../../mock/control-queries.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { Menu } from '../../parts/menu.tsx'
import { asCurl, asPlaywright, asSdk, asVitest, notCopied } from './copied.ts'

/** Copies a request, as code that makes it again. */
export function CopyMenu({ request }: { readonly request: LoggedRequest }): ReactNode {
  const { host, session } = useConnection()
  const { data: policy } = usePolicy()
  const announce = useAnnounce()
  const copy = (what: string, text: string) => ({
    label: what,
    onChoose: () => {
      navigator.clipboard.writeText(text).then(
        () => announce(`Copied as ${what}.`),
        () => announce('The browser does not let this page copy.', { failed: true }),
      )
    },
  })
  const context = { baseUrl: host.address, policy: policy?.name ?? 'adaptive', session }
  const reason = notCopied(request)
  return (
    <Menu
      label="Copy as"
      icon="copy"
      items={[
        { ...copy('SDK call', asSdk(request)), reason },
        copy('curl', asCurl(request, context)),
        { ...copy('Vitest test', asVitest(request, context)), reason },
        { ...copy('Playwright step', asPlaywright(request)), reason },
      ]}
    />
  )
}
