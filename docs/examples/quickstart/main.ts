import { parseArgs } from 'node:util'
import { createMock } from 'rolecall/mocks'
import { printer } from './printer.ts'
import { takeTour } from './tour.ts'

const options = { as: { type: 'string', default: 'admin@acme.test' } } as const

try {
  // A user with fewer rights ends it at the first denial: npm run quickstart -- --as …
  const { as } = parseArgs({ options }).values
  const mock = createMock()
  await takeTour((email) => mock.client({ as: email }), printer(console.log), as)
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
