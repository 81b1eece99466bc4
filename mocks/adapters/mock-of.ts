import { createMock } from '../mock/create-mock.ts'
import type { Mock } from '../mock/mock.ts'
import type { MockOptions } from '../mock/options.ts'

/** Creates a mock of options whose policy is a name or an own one: `createMock` types one or the other. */
export function mockOf({ policy, ...others }: MockOptions): Mock {
  if (typeof policy === 'object') return createMock({ ...others, policy })
  return createMock(policy === undefined ? others : { ...others, policy })
}
