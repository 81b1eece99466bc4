import { type AccessClient, type ClientOptions, createClient, type Middleware } from 'rolecall'

/**
 * The AuthZEN interface of a decision point, at the endpoints that its metadata names. Throws if the
 * metadata belongs to another decision point.
 */
export async function accessOf(
  identifier: string,
  options: Omit<ClientOptions, 'baseUrl' | 'middleware'> = {},
): Promise<AccessClient> {
  const { origin, pathname } = new URL(identifier)
  const tenant = pathname === '/' ? '' : pathname
  // The path of the identifier comes last: /.well-known/authzen-configuration/tenant1
  const wellKnown = `${origin}/.well-known/authzen-configuration${tenant}`
  const toMetadata: Middleware = {
    onRequest: ({ request }) => new Request(wellKnown, request),
  }
  const { token: _, ...open } = options
  const asking = createClient({ ...open, token: null, baseUrl: origin, middleware: [toMetadata] })
  const metadata = await asking.access.configuration()
  if (metadata.policy_decision_point !== identifier) {
    throw new Error(`The metadata of ${identifier} is that of ${metadata.policy_decision_point}.`)
  }

  const endpoints = new Map([
    ['/.well-known/authzen-configuration', wellKnown],
    ['/access/v1/evaluation', metadata.access_evaluation_endpoint],
    ['/access/v1/evaluations', metadata.access_evaluations_endpoint],
    ['/access/v1/search/subject', metadata.search_subject_endpoint],
    ['/access/v1/search/resource', metadata.search_resource_endpoint],
    ['/access/v1/search/action', metadata.search_action_endpoint],
  ])
  // An endpoint that the metadata does not name is below the identifier, with its path.
  const endpointOf = (path: string) => endpoints.get(path) ?? identifier.replace(/\/$/, '') + path
  const toEndpoint: Middleware = {
    onRequest: ({ request, schemaPath }) => new Request(endpointOf(schemaPath), request),
  }
  const { origin: baseUrl } = new URL(endpointOf('/access/v1/evaluation'))
  return createClient({ ...options, baseUrl, middleware: [toEndpoint] }).access
}
