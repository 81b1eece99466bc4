import type { AccessResource, Client } from '../../src/index.ts'

/** The whole organization: a question about it leaves open what a rule is about. */
export const organization: AccessResource = { type: 'organization', id: 'current' }

/** What the rules say of an action of whoever the client is signed in as: yes, no, or depends. */
export async function outcomeOf(
  client: Client,
  action: string,
  resource: AccessResource = organization,
): Promise<string | undefined> {
  const { decision, context } = await client.access.evaluate({
    subject: { type: 'user', id: 'me' },
    action: { name: action },
    resource,
    context: { explain: true },
  })
  return decision ? 'yes' : context?.outcome
}
