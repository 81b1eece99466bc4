import { QueryClient } from '@tanstack/query-core'
import { createMock } from 'rolecall/mocks'
import { queries } from 'rolecall/query'

export function start(as = 'admin@acme.test') {
  const mock = createMock()
  return { mock, cache: new QueryClient(), platform: queries(mock.client({ as })) }
}
