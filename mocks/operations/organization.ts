import { thing } from './reply.ts'
import type { Handlers } from './work.ts'

export const organization: Handlers<'organization.get'> = {
  'organization.get': ({ store }) => thing('organization', store.organization),
}
