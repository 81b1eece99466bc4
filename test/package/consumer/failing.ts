import { createMock } from 'rolecall/mocks'

// @ts-expect-error There is no such policy.
createMock({ policy: 'adaptiv' })
