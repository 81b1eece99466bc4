import { personOf } from '../assignments/person.ts'
import type { EvaluationContext } from '../evaluate/context.ts'
import { lookUpProperty, meetsProperty, readBy, resourceMeant } from '../evaluate/properties.ts'
import { leavesOf, type PropertyRequirement, type Requirement } from '../language/requirement.ts'
import { orSeries, series } from '../../shared/series.ts'
import { valueText } from '../../shared/value-text.ts'
import type { Reader } from '../world/reader.ts'
import { unresolved } from '../world/resources.ts'
import { withArticle } from './article.ts'

/** What the requirement needs: `a resource with status "active" or "draft"`. */
export const propertyText = (leaf: PropertyRequirement): string => {
  const { part, name } = readBy(leaf)
  const values = [leaf.is].flat().map((value) => valueText(value))
  return `${withArticle(part)} with ${name} ${orSeries(values)}`
}

/** Whether the reader may learn what is recorded of the person or thing that the requirement reads. */
const maySee = (context: EvaluationContext, { sees, user }: Reader, part: string): boolean => {
  if (part === 'subject') return context.actor.id === user.id || sees('user', context.actor)
  const meant = resourceMeant(context)
  return meant === undefined || meant === unresolved || sees(meant.type, meant.record)
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)

/** The most items of a list in a sentence. */
const most = 3

/** `is "archived"`, or `are "viewer" and "guest"`. */
const valueIs = (value: unknown): string => {
  if (!Array.isArray(value)) return `is ${valueText(value)}`
  const items = value.map((item: unknown) => valueText(item))
  const more = items.length - most
  return `are ${series(more > 0 ? [...items.slice(0, most), `${more} more`] : items)}`
}

/** What the property is instead: `The resource’s status is "archived".` */
const lackOf = (
  context: EvaluationContext,
  reader: Reader,
  leaf: PropertyRequirement,
): string | undefined => {
  const found = lookUpProperty(context, leaf)
  if (found === undefined || found === unresolved) return undefined
  const { part, name } = readBy(leaf)
  if (found.of !== undefined && !maySee(context, reader, part)) return undefined
  const { does, possessive } = personOf(context.actor, reader.user)
  const isOfPerson = part === 'subject'
  if (isNothing(found.value)) {
    return isOfPerson ? `${does('have', 'has')} no ${name}.` : `The ${part} has no ${name}.`
  }
  const whose = isOfPerson ? possessive : `The ${part}’s`
  return `${whose} ${name} ${valueIs(found.value)}.`
}

/** What the properties are that the requirement compares and that will not do, a sentence each. */
export const propertiesLacking = (
  context: EvaluationContext,
  reader: Reader,
  requirement: Requirement,
): readonly string[] => {
  const unmet = leavesOf(requirement).filter(
    (leaf) => 'property' in leaf && meetsProperty(context, leaf) === false,
  )
  const sentences = unmet.flatMap((leaf) =>
    'property' in leaf ? (lackOf(context, reader, leaf) ?? []) : [],
  )
  return [...new Set(sentences)]
}
