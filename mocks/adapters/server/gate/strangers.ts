import { brief } from '../../../shared/brief.ts'
import { isOrigin } from './cors.ts'
import type { Host } from './host.ts'
import { allowable, type Hosts } from './hosts.ts'

/** Explains why a host is refused. Suggests allowing it only if the option would accept it. */
export function strangeHost({ name }: Host, { text }: Hosts): string {
  const shown = brief(name)
  const refusal = `This mock is not ${shown}. Reach it by ${text}`
  return shown === name && allowable(name) !== undefined
    ? `${refusal}, or allow the name: --allowed-hosts ${name}, or allowedHosts of serve.`
    : `${refusal}.`
}

/** Explains why a page is refused. Suggests listing its origin only if the option would accept it. */
export function strangePage(origin: string | undefined, own: boolean): string {
  if (origin === undefined) return 'Pages of other sites may not embed answers of this mock.'
  const what = own ? 'sign in to this mock or control it' : 'call this mock'
  if (origin === 'null' || origin === '') {
    return `Pages without an origin, such as sandboxed frames and files, may not ${what}. Serve the page over HTTP, and list its origin.`
  }
  const shown = brief(origin)
  const refusal = `Pages of ${shown} may not ${what}.`
  if (!isOrigin(origin)) return `${refusal} It is not an origin in the form that browsers send.`
  return shown === origin
    ? `${refusal} List their origin to let them in: --cors ${origin}, or cors of serve.`
    : `${refusal} List their origin to let them in: --cors, or cors of serve.`
}
