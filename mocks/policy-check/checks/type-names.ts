import type { Policy } from '../../policy/language/policy.ts'
import { isResourceType } from '../../policy/language/type-names.ts'
import { pointer } from '../../shared/json-pointer.ts'
import { suggestion } from '../../shared/nearest.ts'
import { quoted } from '../../shared/quoted.ts'
import type { Finding } from '../problem.ts'

/** The longest type that an AuthZEN question can hold. */
const longest = 254

/** Finds further names of types that no question could use, and kinds that the policy does not define. */
export function typeNameProblems({ types = {}, kinds }: Policy): readonly Finding[] {
  return Object.entries(types).flatMap(([name, meaning]) => [
    ...nameProblems(name),
    ...(typeof meaning === 'object' ? kindProblems(name, meaning.artifact, kinds) : []),
  ])
}

function nameProblems(name: string): readonly Finding[] {
  const at = pointer('types', name)
  if (isResourceType(name)) {
    const message = `${quoted(name)} is a type already, and keeps its meaning.`
    const fix = `Choose another name, or leave it out.`
    return [{ code: 'not_in_document', pointer: at, message, fix }]
  }
  if (name.trim() === '') {
    const message = 'The name of a type is empty.'
    return [{ code: 'not_in_document', pointer: at, message, fix: 'Say it in a word.' }]
  }
  if (name.length <= longest) return []
  const message = `The name of a type has ${name.length} characters.`
  return [{ code: 'too_long', pointer: at, message, fix: `Use at most ${longest}.` }]
}

function kindProblems(
  name: string,
  kind: string,
  kinds: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  if (Object.hasOwn(kinds, kind)) return []
  const known = Object.keys(kinds)
  const otherwise =
    known.length === 0
      ? `Define "${kind}" in /kinds, or remove it.`
      : `Name one of ${known.join(', ')}, or define it in /kinds.`
  return [
    {
      code: 'unknown_kind',
      pointer: pointer('types', name, 'artifact'),
      message: `There is no kind ${quoted(kind)}.`,
      fix: suggestion(kind, known, otherwise),
    },
  ]
}
