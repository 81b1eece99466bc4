import type { AdaptiveKeys, Client } from 'rolecall'
import { createMock } from 'rolecall/mocks'
import type { Queries } from 'rolecall/query'

/** The platform's queries, typed with the keys of its policy. */
export type Platform = Queries<AdaptiveKeys>

// The platform runs in this page. Against a real platform, only this file changes.
const mock = createMock()

export const people: readonly string[] = mock.users().map(({ email }) => email)

export const signIn = (email: string): Client<AdaptiveKeys> => mock.client({ as: email })
