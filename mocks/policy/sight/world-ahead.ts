import type { Reader } from '../world/reader.ts'
import { seenWorld } from '../world/seen-world.ts'
import { isActiveMember } from '../world/membership.ts'
import type { Question } from '../call/question.ts'
import type { World } from '../world/world.ts'

/**
 * The world for finding remedies of a question with open arguments. Readers who are not active members
 * must not learn of projects that they would see as members. Only projects that invite them are kept.
 */
export const worldAhead = (world: World, asked: Question, reader: Reader): World => {
  const isWhole = 'operation' in asked && asked.open !== true
  if (isWhole || isActiveMember(reader.user)) return world
  const { email } = reader.user
  const invited = new Set([...world.entriesOf(email)].map(({ project }) => project))
  const state = {}
  return seenWorld(
    world,
    () => state,
    (type, record) => {
      if (type === 'project') return !invited.has(world.project(record.id)?.key ?? '')
      if (type !== 'artifact') return false
      return !invited.has(world.artifact(record.id)?.project ?? '')
    },
  )
}
