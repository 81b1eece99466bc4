import { createMock, type FaultRule, type Message, type Mock } from '../../../mocks/index.ts'

/** A mock under the rules. */
export const under = (...rules: readonly FaultRule[]): Mock => createMock({ faults: { rules } })

/** Answers a plain request as a user, `admin@acme.test` by default; `null` for nobody. */
export function asker(mock: Mock, user: string | null = 'admin@acme.test') {
  const signedIn = user === null ? {} : { authorization: `Bearer ${mock.token(user)}` }
  return (line: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = '', target = ''] = line.split(' ')
    const [path = '', query = ''] = target.split('?')
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
    const message: Message = {
      method,
      path,
      query,
      headers: { ...signedIn, ...(body !== undefined && { 'content-type': type }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }
    return mock.handle(message)
  }
}

/** The statuses of the same call, made so many times. */
export function statusesOf(mock: Mock, count: number, line = 'GET /v1/users'): number[] {
  const ask = asker(mock)
  return Array.from({ length: count }, () => ask(line).status)
}
