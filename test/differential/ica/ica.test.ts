import { test } from 'vitest'
import { ica } from '../../../mocks/policies/index.ts'
import { timeout } from '../../properties/runs.ts'
import { expectAgreement } from '../agree.ts'
import { cedar } from './cedar.ts'
import { cases } from './questions.ts'

test(
  'as Cedar decides',
  () => {
    expectAgreement(ica, cedar, cases)
  },
  timeout,
)
