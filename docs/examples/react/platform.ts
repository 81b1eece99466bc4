import type { AdaptiveKeys, Client } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import type { Queries } from 'rolecall/query'

/** The platform's queries, with the keys that its policy knows. */
export type Platform = Queries<AdaptiveKeys>

// The platform, in this page. Of a real one, only this file is another.
const mock = createMock()

export const people: readonly string[] = mock.users().map(({ email }) => email)

export const signIn = (email: string): Client<AdaptiveKeys> => mock.client({ as: email })
