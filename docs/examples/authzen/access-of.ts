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
  const toTenant: Middleware = {
    onRequest: ({ request }) => new Request(request.url + tenant, request),
  }
  const { token: _, ...open } = options
  const asking = createClient({ ...open, token: null, baseUrl: origin, middleware: [toTenant] })
  const metadata = await asking.access.configuration()
  if (metadata.policy_decision_point !== identifier) {
    throw new Error(`The metadata of ${identifier} is that of ${metadata.policy_decision_point}.`)
  }

  const endpoints = new Map([
    ['/access/v1/evaluation', metadata.access_evaluation_endpoint],
    ['/access/v1/evaluations', metadata.access_evaluations_endpoint],
    ['/access/v1/search/subject', metadata.search_subject_endpoint],
    ['/access/v1/search/resource', metadata.search_resource_endpoint],
    ['/access/v1/search/action', metadata.search_action_endpoint],
  ])
  const toEndpoint: Middleware = {
    onRequest({ request, schemaPath }) {
      const endpoint = endpoints.get(schemaPath)
      return endpoint === undefined ? undefined : new Request(endpoint, request)
    },
  }
  const { origin: baseUrl } = new URL(metadata.access_evaluation_endpoint)
  return createClient({ ...options, baseUrl, middleware: [toEndpoint] }).access
}
