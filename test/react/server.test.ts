import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createMock } from 'rolecall/mocks'
import { Can, RolecallProvider } from 'rolecall/react'
import { expect, test } from 'vitest'

const question = createElement(Can<'roles.list'>, {
  operation: 'roles.list',
  args: [],
  loading: 'one moment',
})

test('on a server it is loading, and asks nothing', () => {
  const mock = createMock()
  const client = mock.client({ as: 'admin@acme.test' })
  const page = createElement(RolecallProvider, { client }, question)
  expect(renderToString(page)).toBe('one moment')
  expect(mock.requests).toHaveLength(0)
})

test('without a provider the error says so', () => {
  expect(() => renderToString(question)).toThrow(
    'useCan and <Can> must be inside a <RolecallProvider client={…}>',
  )
})
