import { escapeHtml } from '../../../../src/core/base/escape-html.ts'
import { nameOf, type Schema } from './document.ts'
import { code, inline, row, tableOf } from './prose.ts'

/** The type of a value in a few words, with links to the shapes that it names. */
export function typeText(schema: Schema): string {
  const { $ref, type, enum: values, format, items, additionalProperties } = schema
  const variants = schema.oneOf ?? schema.anyOf
  if ($ref !== undefined) return shapeLink(nameOf($ref))
  if (values) return values.map((one) => code(JSON.stringify(one))).join(' or ')
  if (variants) return variants.map(typeText).join(' or ')
  if (items) return `list of ${typeText(items)}`
  if (typeof additionalProperties === 'object') return `map of ${typeText(additionalProperties)}`
  const named = [type ?? 'any value'].flat().join(' or ')
  return escapeHtml(format === undefined ? named : `${named} (${format})`)
}

/** A link to the shape of this name. */
export const shapeLink = (name: string): string =>
  `<a href="#shape-${escapeHtml(name)}">${escapeHtml(name)}</a>`

/** The section of a shape: what it is, and its properties. */
export function shapeSection(name: string, schema: Schema): string {
  const { description = '', properties = {}, required = [] } = schema
  const rows = Object.entries(properties).map(([key, property]) =>
    row(
      code(key),
      typeText(property),
      required.includes(key) ? 'required' : '',
      inline(property.description ?? '') +
        (property.default === undefined
          ? ''
          : ` Default: ${code(JSON.stringify(property.default))}.`),
    ),
  )
  const table = tableOf(['Property', 'Type', 'Required', 'Meaning'], rows)
  return `<section>
<h3 id="shape-${escapeHtml(name)}">${escapeHtml(name)}</h3>
<p>${inline(description)}</p>
${rows.length > 0 ? table : `<p>Type: ${typeText(schema)}.</p>`}
</section>`
}
