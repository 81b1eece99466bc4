import { createMock, type Mock } from 'rolecall/mocks'
import { type Control, createControl } from 'rolecall/mocks/control'
import { start } from '../server/start.ts'

/** A mock, and a control of it. */
export interface Controlled {
  readonly mock: Mock
  readonly control: Control
  /** A control of the state with the name. */
  readonly of: (session: string) => Control
}

/** Each place of a control client. */
export const places: Readonly<Record<string, () => Promise<Controlled>>> = {
  'in process': async () => {
    const mock: Mock = createMock()
    const of = (session: string) => createControl({ mock, session })
    return { mock, control: createControl({ mock }), of }
  },
  'over HTTP': async () => {
    const { mock, server } = await start()
    const baseUrl = server.url
    const of = (session: string) => createControl({ baseUrl, session })
    return { mock, control: createControl({ baseUrl }), of }
  },
}
