import { setupWorker } from 'msw/browser'
import type { RequestHandler } from 'msw'
import { isError } from '../../../src/core/base/kind-of.ts'
import { ConfigurationError } from '../../shared/configuration-error.ts'

/** Where `msw init` puts the worker's script, below the origin. */
const usualScript = '/mockServiceWorker.js'

/** Starts MSW's worker. Resolves with the function that stops it. */
export async function startWorker(
  handlers: readonly RequestHandler[],
  script = usualScript,
): Promise<() => Promise<void>> {
  const worker = setupWorker(...handlers)
  const options = {
    // The mock has a log of its own, with reasons.
    quiet: true,
    serviceWorker: { url: script },
    // What is not ours passes through in silence. MSW 2 knows the first name, MSW 3 the second.
    onUnhandledRequest: 'bypass',
    onUnhandledFrame: 'bypass',
  } as const
  try {
    await worker.start(options)
  } catch (cause) {
    throw await explained(cause, script)
  }
  return async () => {
    await worker.stop()
  }
}

const toDo =
  'Run npx msw init public/, where public/ is the folder that your server serves at /, and start the page again. With Vite, the plugin of rolecall/mocks/vite needs no worker.'

/** MSW says in its own words that a script is missing, and dev servers answer a page in its place. */
async function explained(cause: unknown, script: string): Promise<unknown> {
  const found = await whatIsAt(script)
  if (found === undefined) return cause
  const more = isError(cause) ? { cause } : {}
  return new ConfigurationError(`The worker's script ${script} is missing: ${found}. ${toDo}`, more)
}

/** What the server answers in place of a script; undefined if there is one. */
async function whatIsAt(script: string): Promise<string | undefined> {
  const answer = await fetch(script).catch(() => undefined)
  if (answer === undefined) return 'nothing answers there'
  const type = answer.headers.get('content-type') ?? 'nothing'
  if (!answer.ok) return `the server answers ${answer.status}`
  return /javascript/.test(type) ? undefined : `the server answers ${type}`
}
