import { differences as adaptive } from './adaptive/differences.ts'
import { differences as bigml } from './bigml/differences.ts'
import type { Difference } from './difference.ts'
import { differences as ica } from './ica/differences.ts'
import type { BuiltInPolicy } from './index.ts'
import { differences as peltarion } from './peltarion/differences.ts'
import { differences as superannotate } from './superannotate/differences.ts'

/** What differs from each platform, beside what differs from all of them. */
export const differences: Readonly<Record<BuiltInPolicy, readonly Difference[]>> = {
  adaptive,
  bigml,
  superannotate,
  peltarion,
  ica,
}

const asking = ['access.*', 'policy.*', 'permissions.list', 'audit.list']

/** The differences from every platform. */
export const differencesFromAll: readonly Difference[] = [
  {
    on: ['*'],
    text: 'The calls are this project’s own, with their paths, ids, pages, etags and errors. The platform has another API, or only screens.',
  },
  { on: ['*'], text: 'People sign in by their name alone, and their tokens do not expire.' },
  {
    on: asking,
    text: 'The platform’s documentation tells of no call that asks what somebody may do, shows the policy, or lists who did what.',
  },
  {
    on: ['artifacts.*'],
    text: 'An artifact is a name and data of any form. Nothing is trained, predicted, uploaded or downloaded: a named action is judged and logged.',
  },
  {
    on: ['invitations.create', 'invitations.resend'],
    text: 'No e-mail is sent. The mock keeps it in its outbox.',
  },
]
