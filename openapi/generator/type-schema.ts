import ts from 'typescript'
import type { JsonSchema } from '../../mocks/policy-check/json-schema.ts'

/** Turns exported TypeScript types into JSON Schemas, with names and comments, so that editors can complete and explain files. */
export function typeReader(files: readonly string[]): (name: string) => JsonSchema {
  const program = ts.createProgram([...files], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  return (name) => {
    for (const file of files) {
      const source = program.getSourceFile(file)
      const module = source && checker.getSymbolAtLocation(source)
      const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name)
      if (symbol) return new Reading(program).whole(symbol)
    }
    throw new Error(`No type ${name} is exported by ${files.join(', ')}.`)
  }
}

/** Reads one type, with the types that it names. */
class Reading {
  readonly #program: ts.Program
  readonly #checker: ts.TypeChecker
  readonly #definitions = new Map<string, JsonSchema>()

  constructor(program: ts.Program) {
    this.#program = program
    this.#checker = program.getTypeChecker()
  }

  whole(symbol: ts.Symbol): JsonSchema {
    const { properties, ...schema } = this.#structure(this.#checker.getDeclaredTypeOfSymbol(symbol))
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: symbol.name,
      ...this.#described(symbol),
      ...schema,
      // Editors find the schema by this key.
      properties: { $schema: { type: 'string' }, ...properties },
      $defs: Object.fromEntries([...this.#definitions].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }
  }

  #read(type: ts.Type): JsonSchema {
    const symbol = type.aliasSymbol ?? type.symbol
    if (!symbol || !this.#isOurs(symbol)) return this.#structure(type)
    const { name } = symbol
    if (!this.#definitions.has(name)) {
      // Registered before it is read, as it may name itself.
      this.#definitions.set(name, {})
      this.#definitions.set(name, { ...this.#described(symbol), ...this.#structure(type) })
    }
    return { $ref: `#/$defs/${name}` }
  }

  #structure(type: ts.Type): JsonSchema {
    if (type.isUnion()) return this.#union(type.types)
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
    const { flags } = type
    if (isTemplate(type)) return { type: 'string', pattern: patternOf(type) }
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.#text(type) === 'true' }
    if (flags & ts.TypeFlags.String) return { type: 'string' }
    if (flags & ts.TypeFlags.Number) return { type: 'number' }
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' }
    if (flags & ts.TypeFlags.Null) return { type: 'null' }
    if (flags & ts.TypeFlags.Unknown) return {}
    if (flags & ts.TypeFlags.NonPrimitive) return { type: 'object' }
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(referenceOf(this.#checker, type))
      return { type: 'array', ...(item && { items: this.#read(item) }) }
    }
    const values = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String)
    if (values) return { type: 'object', additionalProperties: this.#read(values.type) }
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type)
    throw new Error(`${this.#text(type)} has no JSON.`)
  }

  #object(type: ts.Type): JsonSchema {
    const properties = this.#checker.getPropertiesOfType(type)
    return {
      type: 'object',
      properties: Object.fromEntries(
        properties.map((property) => [
          property.name,
          { ...this.#described(property), ...this.#read(this.#typeOf(property)) },
        ]),
      ),
      required: properties
        .filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
        .map(({ name }) => name),
      additionalProperties: false,
    }
  }

  /** As written, to keep a name that `| undefined` would lose. */
  #typeOf(property: ts.Symbol): ts.Type {
    const [declaration] = property.declarations ?? []
    return declaration && ts.isPropertySignature(declaration) && declaration.type
      ? this.#checker.getTypeFromTypeNode(declaration.type)
      : this.#checker.getTypeOfSymbol(property)
  }

  #union(types: readonly ts.Type[]): JsonSchema {
    const parts = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
    const strings = parts.flatMap((type) => (type.isStringLiteral() ? [type.value] : []))
    const [first] = parts
    if (first && parts.length === 1) return this.#read(first)
    if (strings.length === parts.length) return { enum: strings }
    const booleans = parts.filter(({ flags }) => flags & ts.TypeFlags.BooleanLiteral)
    const others = parts.filter((type) => !type.isStringLiteral() && !booleans.includes(type))
    const alternatives = [
      ...(strings.length > 1 ? [{ enum: strings }] : strings.map((text) => ({ const: text }))),
      ...(booleans.length > 1
        ? [{ type: 'boolean' } as const]
        : booleans.map((type) => this.#structure(type))),
      ...others.map((type) => this.#read(type)),
    ]
    const [only] = alternatives
    return only && alternatives.length === 1 ? only : { anyOf: alternatives }
  }

  #described(symbol: ts.Symbol): { description?: string } {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.#checker))
    return text === '' ? {} : { description: text.replaceAll(/(?<!\n)\n *(?![\n -])/g, ' ') }
  }

  #isOurs({ name, declarations = [] }: ts.Symbol): boolean {
    const [declaration] = declarations
    return (
      name !== '__type' &&
      declaration !== undefined &&
      !this.#program.isSourceFileDefaultLibrary(declaration.getSourceFile())
    )
  }

  #text(type: ts.Type): string {
    return this.#checker.typeToString(type)
  }
}

/** Narrows an array type, to get the type of its items. */
function referenceOf(checker: ts.TypeChecker, type: ts.Type): ts.TypeReference {
  if (isReference(type)) return type
  throw new Error(`${checker.typeToString(type)} is no array.`)
}

/** The pattern of a template literal type: every gap holds at least one character. */
const patternOf = ({ texts }: ts.TemplateLiteralType): string =>
  `^${texts.map((text) => text.replaceAll(/[^\w-]/g, String.raw`\$&`)).join('.+')}$`

const isTemplate = (type: ts.Type): type is ts.TemplateLiteralType =>
  (type.flags & ts.TypeFlags.TemplateLiteral) !== 0

const isReference = (type: ts.Type): type is ts.TypeReference => 'target' in type
