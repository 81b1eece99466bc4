import type { Answer } from '../../../message/message.ts'
import { pageHeaders, type PageRequest, refusedMethod } from '../page-answer.ts'
import type { Welcoming } from '../welcome/welcome.ts'
import type { ReferenceDocument } from './document.ts'

/** Answers `GET /reference`. Page and document are loaded as they are sent: they are large, and few ask. */
export function referenceAnswer(mock: Welcoming, request: PageRequest): Answer {
  const refused = refusedMethod(request)
  if (refused) return refused
  return {
    status: 200,
    headers: { ...pageHeaders, Vary: 'Origin', 'Content-Type': 'text/html; charset=utf-8' },
    body: '',
    stream: {
      async *[Symbol.asyncIterator]() {
        yield await pageFor(mock, request.origin)
      },
    },
  }
}

async function loadDocument(): Promise<ReferenceDocument> {
  const { default: document } = await import('../../../generated/documents/openapi.json', {
    with: { type: 'json' },
  })
  return document
}

async function pageFor(mock: Welcoming, url: string): Promise<string> {
  const [document, { referencePage }] = await Promise.all([loadDocument(), import('./page.ts')])
  const known = new Set(mock.users().map(({ email }) => email))
  const tokenOf = (email: string) => (known.has(email) ? mock.token(email) : undefined)
  return referencePage(document, { policy: mock.policy, url, tokenOf })
}
