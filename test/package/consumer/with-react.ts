import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createClient } from 'rolecall'
import { queries } from 'rolecall/query'
import { RolecallProvider, useCan } from 'rolecall/react'

const client = createClient<'adaptive'>({ baseUrl: 'https://platform.example' })
const { queryKey } = queries(client).users.get.queryOptions('lead@acme.test')
const Status = () => useCan('roles.delete', 'reviewer').status

console.log(
  queryKey.join(' '),
  renderToString(createElement(RolecallProvider, { client }, createElement(Status))),
)
