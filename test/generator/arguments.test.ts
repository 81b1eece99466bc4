import { expect, test } from 'vitest'
import { emitArguments } from '../../openapi/generator/emit-arguments.ts'
import { formatted } from './emitted.ts'
import { spec } from './fixture.ts'

test('the arguments of an operation are those of its path, then its body or query', async () => {
  expect(await formatted(emitArguments(spec))).toContain(`export interface OperationArguments {
  'badges.list': readonly [query?: BadgeListQuery]
  'badges.create': readonly [body: BadgeCreate]
  'badges.holders.remove': readonly [badge: string, holder: string]
}`)
})
