/** Signs in with a name alone. Against a real platform, this is its sign-in page. */
export async function signIn(user: string): Promise<string> {
  const answer = await fetch('/api/__mock/sessions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user }),
  })
  const session: unknown = await answer.json()
  if (!hasToken(session)) throw new Error(`Nobody is known as ${user}.`)
  return session.token
}

const hasToken = (value: unknown): value is { readonly token: string } =>
  typeof value === 'object' && value !== null && 'token' in value
