import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { type AnyKeys, type Client, createClient } from 'rolecall'
import { createMock, type Mock } from 'rolecall/mocks'
import { RolecallProvider, type RolecallProviderProps } from 'rolecall/react'

/** A question's request, sent. */
export interface Sent {
  readonly questions: number
  readonly aborted: boolean
}

/** A component on a page of its own, over a mock of its own, whose answers can be delayed. */
export interface Stage {
  readonly mock: Mock
  readonly sent: readonly Sent[]
  /** Delays the answers of the next writes until this many are made, and releases them in one tick. */
  together(count: number): void
  /** Delays answers until the returned function is called. */
  hold(): () => void
  client(email: string): Client
  render(
    client: RolecallProviderProps<AnyKeys>['client'],
    component: ReactNode,
    refreshOnWrite?: boolean,
  ): void
  /** Waits until the page shows the text, and returns the whole text. */
  shows(text: string): Promise<string>
  leave(): void
}

export function createStage(): Stage {
  const mock = createMock()
  const sent: Sent[] = []
  const place = document.createElement('main')
  document.body.replaceChildren(place)
  const root = createRoot(place)
  let gate: Promise<void> | undefined
  let awaited = { count: 0, all: Promise.withResolvers<void>() }

  async function fetch(request: Request): Promise<Response> {
    if (request.url.includes('/access/')) {
      const body: { evaluations?: unknown[] } = await request.clone().json()
      sent.push({
        questions: body.evaluations?.length ?? 1,
        get aborted() {
          return request.signal.aborted
        },
      })
      await gate
    } else if (awaited.count > 0) {
      const response = await mock.fetch(request)
      if (--awaited.count === 0) awaited.all.resolve()
      await awaited.all.promise
      return response
    }
    return mock.fetch(request)
  }

  return {
    mock,
    sent,
    together(count) {
      awaited = { count, all: Promise.withResolvers() }
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return () => {
        gate = undefined
        resolve()
      }
    },
    client: (email) =>
      createClient({ baseUrl: 'https://platform.example', token: mock.token(email), fetch }),
    render: (client, component, refreshOnWrite = true) =>
      root.render(
        <StrictMode>
          <RolecallProvider client={client} refreshOnWrite={refreshOnWrite}>
            {component}
          </RolecallProvider>
        </StrictMode>,
      ),
    shows: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (!place.innerText.includes(text)) return
          observer.disconnect()
          resolve(place.innerText)
        }
        const observer = new MutationObserver(look)
        observer.observe(place, { subtree: true, childList: true, characterData: true })
        look()
      }),
    leave: () => root.render(null),
  }
}
