import { createMock } from '../../mock/create-mock.ts'
import { readBase } from '../../shared/base-url.ts'
import { fetchFrom } from '../../mock/fetch.ts'
import type { Mock, SignInOptions } from '../../mock/mock.ts'
import type { Message } from '../../message/message.ts'
import { interceptor } from '../intercept.ts'
import type { BrowserMock } from './browser-mock.ts'
import { inMemory, keep } from './keep.ts'
import type { StartOptions } from './options.ts'
import { rememberedUser, rememberUser, type SignedIn, userInUrl } from './signed-in.ts'

/** Starts a mock whose options are checked. Calls `stopped` when it is stopped. */
export async function start(options: StartOptions, stopped: () => void): Promise<BrowserMock> {
  const { baseUrl, persist = true, handlers = [], workerUrl, ...rest } = options
  const base = readBase(baseUrl)
  const mock = createMock(rest)
  const state = persist === false ? inMemory : await keep(mock, persist === true ? base : persist)
  const handle = (message: Message) => state.run(() => mock.handle(message))
  const fetch = fetchFrom(handle)
  const clientOf = mock.client
  const own: BrowserMock & { signedIn: SignedIn | undefined } = Object.assign(mock, {
    fetch,
    client: (...given: Parameters<Mock['client']>) => clientOf(...given).withOptions({ fetch }),
    signedIn: undefined,
    async signIn(user: string, signIn?: SignInOptions): Promise<string> {
      const token = await state.run(() => mock.token(user, signIn))
      rememberUser(base, user)
      own.signedIn = { user, token }
      return token
    },
    stored: () => state.run(() => {}),
    async stop(): Promise<void> {
      await stopWorker()
      state.stop()
      stopped()
    },
  })
  let stopWorker = async () => {}
  try {
    await signInAtStart(own, base)
    // MSW's worker can't even be imported outside of a page.
    const { startWorker } = await import('./worker.ts')
    stopWorker = await startWorker([...handlers, interceptor(handle, base)], workerUrl)
    return own
  } catch (error) {
    state.stop()
    throw error
  }
}

async function signInAtStart(mock: BrowserMock, base: string): Promise<void> {
  const named = userInUrl()
  if (named !== undefined) {
    await mock.signIn(named)
    return
  }
  const remembered = rememberedUser(base)
  // Who is unknown in a new state is signed out.
  if (remembered !== undefined) await mock.signIn(remembered).catch(() => {})
}
