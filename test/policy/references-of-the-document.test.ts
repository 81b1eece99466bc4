import { expect, test } from 'vitest'
import { contract, type ReferencePlace } from '../../mocks/generated/contract.ts'
import { referencePlacesOf } from '../../mocks/policy/call/references.ts'
import { isOperation } from '../../mocks/policy/world/operations.ts'
import { adaptive } from '../../mocks/policies/index.ts'
import { operations } from '../../src/generated/operations.ts'
import { stage } from '../properties/support/stage.ts'
import { userIn } from '../support/in-world.ts'

const places = Object.keys(operations)
  .filter(isOperation)
  .flatMap((operation) =>
    referencePlacesOf(operation).flatMap((place) =>
      [place.type ?? place.types ?? []].flat().map((type) => [operation, place, type] as const),
    ),
  )

/** A body with the value `nothing` at one place, and the pointer to it. */
function stating({ at, isKey, typeFrom }: ReferencePlace, type: string): [object, string] {
  const steps = isKey ? [...at, 'nothing'] : at
  const isList = at.includes('*') && at[0] === 'permissions'
  const body = steps.reduceRight<unknown>(
    (inner, step, index) => {
      if (step === '*') return isList ? [inner] : { support: inner }
      const beside =
        typeFrom !== undefined && index === steps.length - 1 ? { [typeFrom]: type } : {}
      return { [step]: inner, ...beside }
    },
    isKey ? true : 'nothing',
  )
  const pointer = steps.map((step) => (step === '*' ? (isList ? '0' : 'support') : step)).join('/')
  return [Object(body), `/${pointer}`]
}

const { compiled, world } = stage(adaptive)

test('the document has references of every type', () => {
  expect(new Set(places.map(([, , type]) => type))).toEqual(
    new Set(['permission', 'role', 'grant', 'kind', 'user', 'team', 'project']),
  )
  expect(Object.values(contract).filter(({ references }) => references)).not.toHaveLength(0)
})

test.each(places)('%s looks up %o, a %s', (operation, place, type) => {
  const actor = userIn(world, 'admin')
  const [body, pointer] = stating(place, type)
  const path = operations[operation].parameters.map(() => 'nothing')
  const { unresolved, missing } = compiled.bind(world, actor, operation, [...path, body])
  if (place.isContainer) expect(missing).toContainEqual({ name: place.as, reference: 'nothing' })
  else expect(unresolved).toMatchObject([{ pointer, type, reference: 'nothing' }])
})
