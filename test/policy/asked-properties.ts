import { createMock, type Scenario } from 'rolecall/mocks'
import { definePolicy, type Requirement } from 'rolecall/policies'
import { house, records } from '../support/records.ts'

export const may = (permission: string): Requirement => ({ permission, in: 'organization' })

/** The policy of the records, with other requirements for some of its actions. */
export const policyWith = (rules: Readonly<Record<string, Requirement>>) =>
  definePolicy({
    ...records,
    rules: {
      ...records.rules,
      ...Object.fromEntries(
        Object.entries(rules).map(([action, require]) => [
          action,
          {
            id: `RE-${action}`,
            text: `Who may ${action}.`,
            require,
            origin: 'documented' as const,
          },
        ]),
      ),
    },
  })

const [admin, alice, bob] = house.users
const [hamlet, othello, note] = house.artifacts

export const scenario: Scenario = {
  ...house,
  users: [
    admin,
    { ...alice, properties: { department: 'sales', clearance: { level: 3 } } },
    { ...bob, properties: { role: 'admin', teams: ['legal', 'sales'] } },
  ],
  artifacts: [
    { ...hamlet, properties: { status: 'active', pages: 12, open: true } },
    { ...othello, properties: { status: 'archived' } },
    note,
  ],
}

type Properties = Readonly<Record<string, unknown>>

export interface Stated {
  readonly subject?: Properties
  readonly resource?: Properties
  readonly action?: Properties
}

export const questionOf = (
  person: string,
  name: string,
  id: string,
  { subject, resource, action }: Stated = {},
) => ({
  subject: { type: 'user', id: person, ...(subject && { properties: { ...subject } }) },
  action: { name, ...(action && { properties: { ...action } }) },
  resource: { type: 'record', id, ...(resource && { properties: { ...resource } }) },
})

/** Asks as an enforcement point, or as a person. */
export const asking = (rules: Readonly<Record<string, Requirement>>, as?: string) => {
  const mock = createMock({ policy: policyWith(rules), scenario })
  return mock.client(as === undefined ? { enforcementPoint: true } : { as })
}

export const decide = async (
  client: ReturnType<typeof asking>,
  ...question: Parameters<typeof questionOf>
): Promise<boolean> => (await client.access.evaluate(questionOf(...question))).decision

/** Bob, by the id that others know him by. */
export const bob7 = bob.externalId
