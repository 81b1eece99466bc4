import { follow, nameOf, type Parameter, type Reference } from './document.ts'
import { code, inline, row, tableOf } from './prose.ts'
import { typeText } from './schema-text.ts'

type Shared = Readonly<Record<string, Parameter>>

/** The table of an operation's parameters. Of a shared one, it has the first sentence, and a link to the rest. */
export const parametersTable = (
  parameters: readonly (Parameter | Reference)[],
  shared: Shared,
): string =>
  tableOf(
    heads,
    parameters.flatMap((one) => {
      const parameter = follow(shared, one)
      if (parameter === undefined) return []
      if (!('$ref' in one)) return rowOf(code(parameter.name), parameter, parameter.description)
      const link = `<a href="#${idOf(nameOf(one.$ref))}">${code(parameter.name)}</a>`
      const [first = ''] = parameter.description.split(/(?<=\.)\s/)
      return rowOf(link, parameter, first)
    }),
  )

/** The table of the parameters that several operations share. */
export const sharedParameters = (shared: Shared): string =>
  tableOf(
    heads,
    Object.entries(shared).map(([key, one]) =>
      rowOf(`<span id="${idOf(key)}">${code(one.name)}</span>`, one, one.description),
    ),
  )

const heads = ['Name', 'Place', 'Type', 'Meaning']

const idOf = (key: string): string => `parameter-${key}`

const rowOf = (head: string, one: Parameter, description: string): string =>
  row(
    head,
    one.required ? `${one.in}, required` : one.in,
    typeText(one.schema),
    inline(description),
  )
