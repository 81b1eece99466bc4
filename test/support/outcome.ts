import type { AccessResource, Client, Decision } from '../../src/index.ts'

/** The whole organization: a question about it leaves open what a rule is about. */
export const organization: AccessResource = { type: 'organization', id: 'current' }

/** The answer to a question without arguments, for the signed-in user of the client about `subject`. */
export async function explainedOf(
  client: Client,
  action: string,
  resource: AccessResource = organization,
  subject = 'me',
): Promise<Decision> {
  const { context } = await client.access.evaluate({
    subject: { type: 'user', id: subject },
    action: { name: action },
    resource,
    context: { rolecall: { explain: true } },
  })
  if (!context) throw new Error(`The answer to ${action} explains nothing.`)
  return context
}

/** The rules' answer about an action, for the signed-in user of the client: yes, no, or depends. */
export async function outcomeOf(
  client: Client,
  action: string,
  resource: AccessResource = organization,
): Promise<Decision['outcome']> {
  return (await explainedOf(client, action, resource)).outcome
}
