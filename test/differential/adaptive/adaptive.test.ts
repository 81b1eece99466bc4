import { test } from 'vitest'
import { adaptive } from '../../../mocks/policies/index.ts'
import { timeout } from '../../properties/runs.ts'
import { expectAgreement } from '../agree.ts'
import { casl } from './casl.ts'
import { cedar } from './cedar.ts'
import { cases } from './questions.ts'

test(
  'as Cedar decides',
  () => {
    expectAgreement(adaptive, cedar, cases, { always: ['users.me'] })
  },
  timeout,
)

test(
  'as CASL decides',
  () => {
    expectAgreement(adaptive, casl, cases, { always: ['users.me'], pairs: 20_000 })
  },
  timeout,
)
