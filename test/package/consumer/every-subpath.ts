import { createClient, fromJSON, type Client } from 'rolecall'
import { createCore, type Core } from 'rolecall/core'
import { isTimeout } from 'rolecall/errors'
import { createMock, type Mock } from 'rolecall/mocks'
import { createControl, type Control } from 'rolecall/mocks/control'
import { type PanelOptions, showPanel } from 'rolecall/mocks/panel'
import { RolecallPanel } from 'rolecall/mocks/panel/react'
import { mockFixtures, type Fixtures } from 'rolecall/mocks/playwright'
import { serve, type MockServer } from 'rolecall/mocks/server'
import { render } from 'rolecall/notebook'
import { policies, type Policy } from 'rolecall/policies'
import { queries, type Queries } from 'rolecall/query'
import { Can, RolecallProvider, useCan } from 'rolecall/react'
import { rolesClient, type RolesClient } from 'rolecall/resources/roles'
import { usersClient, type UsersClient } from 'rolecall/resources/users'

// Every subpath that needs no MSW, Vite, Vitest or OpenTelemetry, for each way that a compiler finds modules.
export const client: Client = createClient({ baseUrl: 'https://platform.example' })
export const core: Core = createCore({ baseUrl: 'https://platform.example' })
export const roles: RolesClient = rolesClient(core)
export const users: UsersClient = usersClient(core)
export const platform: Queries = queries(client)
export const mock: Mock = createMock()
export const server: Promise<MockServer> = serve(mock)
export const control: Control = createControl({ mock })
export const fixtures: Fixtures = mockFixtures({ baseUrl: '/api' })
export const policy: Policy = policies.adaptive
export const isLate = (value: unknown): boolean => isTimeout(value) && !!fromJSON(value).message
export const shown: string | undefined = render(roles)['text/plain']
export const components = [Can, RolecallPanel, RolecallProvider, useCan]
export const panel = (options: PanelOptions): (() => void) => showPanel(options)

// @ts-expect-error The types are there: no method has that name.
export const wrong: unknown = client.roles.remove
