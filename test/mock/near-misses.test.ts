import { createMock } from 'rolecall/mocks'
import { expect, test } from 'vitest'

const begin = "no such path. The API's paths begin with /v1/ or /access/v1/."

/** The answer to a request for a path or method that the API does not have, and the note of its entry. */
function answerTo(method: string, path: string) {
  const mock = createMock()
  const { status, headers, body } = mock.handle({ method, path, query: '', headers: {} })
  const { detail }: { detail: string } = JSON.parse(body)
  return { status, allow: headers.Allow, detail, note: mock.requests.at(-1)?.note }
}

test.each([
  ['POST', '/v1/role', 'no such path; did you mean /v1/roles?'],
  ['GET', '/v1/Roles', 'no such path; did you mean /v1/roles?'],
  ['GET', '/v1/roels', 'no such path; did you mean /v1/roles?'],
  ['GET', '/roles', 'no such path; did you mean /v1/roles?'],
  ['GET', '/role', 'no such path; did you mean /v1/roles?'],
  ['GET', '/v2/roles', 'no such path; did you mean /v1/roles?'],
  ['GET', '/api/v1/roles', 'no such path; did you mean /v1/roles?'],
  ['HEAD', '/v1/roles/', 'no such path; did you mean /v1/roles?'],
  ['GET', '/v1//roles', 'no such path; did you mean /v1/roles?'],
  ['GET', '/v1/user/lead@acme.test', 'no such path; did you mean /v1/users/{user}?'],
  ['GET', '/v1/project/churn/member', 'no such path; did you mean /v1/projects/{project}/members?'],
  ['POST', '/access/v1/evaluate', 'no such path; did you mean /access/v1/evaluation?'],
  ['POST', '/evaluations', 'no such path; did you mean /access/v1/evaluations?'],
  [
    'GET',
    '/v1/invitations/inv_1/acept',
    'no such path; did you mean POST /v1/invitations/{invitation}/accept?',
  ],
  ['GET', '/v1/nothing', begin],
  ['GET', '/favicon.ico', begin],
  ['GET', '/x', begin],
  ['GET', '/', begin],
  ['GET', '/v1', begin],
  ['GET', `/v1${'/roles'.repeat(50)}`, begin],
])('%s %s: %s', (method, path, text) => {
  const { status, detail, note } = answerTo(method, path)
  expect(status).toBe(404)
  expect(detail.slice(detail.indexOf(': ') + 2)).toBe(text)
  // HEAD announces the body that GET has.
  expect(detail).toContain(`${method === 'HEAD' ? 'GET' : method} ${path.slice(0, 100)}`)
  expect(note).toBe(detail)
})

test.each([
  ['PUT', '/v1/roles/annotator', 'GET, HEAD, PATCH, DELETE', 'PATCH (roles.update)'],
  ['DELETE', '/v1/roles', 'GET, HEAD, POST', 'DELETE /v1/roles/{role} (roles.delete)'],
  ['PATCH', '/v1/roles', 'GET, HEAD, POST', 'PATCH /v1/roles/{role} (roles.update)'],
  ['POST', '/v1/roles/annotator', 'GET, HEAD, PATCH, DELETE', 'POST /v1/roles (roles.create)'],
  ['GET', '/v1/invitations/inv_1/accept', 'POST', 'POST (invitations.accept)'],
  ['TRACE', '/v1/roles', 'GET, HEAD, POST', undefined],
])('%s %s names the methods of the path, and the one meant', (method, path, allowed, meant) => {
  const { status, allow, detail, note } = answerTo(method, path)
  const end = meant === undefined ? '.' : `; did you mean ${meant}?`
  expect({ status, allow }).toEqual({ status: 405, allow: allowed })
  expect(detail).toBe(`${method} ${path}: no such method; the path has ${allowed}${end}`)
  expect(note).toBe(detail)
})
