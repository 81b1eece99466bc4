/**
 * The service worker of the static page: it keeps all files at the first visit, so that the page needs no
 * network from then on. A new version waits until the pages of the old one are closed.
 */

/** The files of this version, relative to the worker. The build writes them. */
declare const FILES: readonly string[]
/** Another text for each version. The build writes it. */
declare const VERSION: string

/** Caches of the same origin that are not this page's stay. */
const prefix = `rolecall demo ${new URL('.', location.href).pathname} `
const name = prefix + VERSION

declare const clients: {
  /** Answers the open pages too, which were loaded without a worker. */
  claim(): Promise<void>
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void
}

interface Fetching {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

const isWaiting = (event: object): event is Waiting => 'waitUntil' in event
const isFetching = (event: object): event is Fetching => 'respondWith' in event

addEventListener('install', (event) => {
  if (isWaiting(event)) event.waitUntil(keepFiles())
})
addEventListener('activate', (event) => {
  if (isWaiting(event)) event.waitUntil(begin())
})
addEventListener('fetch', (event) => {
  if (isFetching(event) && event.request.method === 'GET') event.respondWith(answer(event.request))
})

async function keepFiles(): Promise<void> {
  const cache = await caches.open(name)
  // Past the browser's own cache, which may hold files of another version.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'reload' })))
}

async function begin(): Promise<void> {
  const old = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name)
  await Promise.all(old.map((one) => caches.delete(one)))
  await clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(name)
  // Servers say that answers vary by Origin, which these files don't.
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true })
  return kept ?? fetch(request)
}
