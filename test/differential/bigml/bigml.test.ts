import { test } from 'vitest'
import { bigml } from '../../../mocks/policies/index.ts'
import { timeout } from '../../properties/runs.ts'
import { expectAgreement } from '../agree.ts'
import { cedar } from './cedar.ts'
import { cases } from './questions.ts'

test(
  'as Cedar decides',
  () => {
    expectAgreement(bigml, cedar, cases)
  },
  timeout,
)
