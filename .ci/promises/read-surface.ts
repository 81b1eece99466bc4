import { join } from 'node:path'
import ts from 'typescript'
import { declarationsOf } from './entries.ts'
import { readDeclaration } from './read-declaration.ts'
import type { Declaration, Surface } from './surface.ts'

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts'],
  types: [],
  noEmit: true,
  skipLibCheck: true,
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
}

/** The document says what these types are, and is compared by itself. */
const ofDocument = /\/generated\/schema\.d\.ts$/

/**
 * The public types of the built package in a folder, from its declarations.
 *
 * @throws `TypeError` if the package is not built.
 */
export function readSurface(root: string): Surface {
  const entries = [...declarationsOf(root)]
  const program = ts.createProgram(
    entries.map(([, file]) => join(root, file)),
    options,
  )
  const checker = program.getTypeChecker()
  const exports: Record<string, readonly string[]> = {}
  const queue = new Map<ts.Symbol, string>()
  const resolved = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol

  for (const [entry, file] of entries) {
    const source = program.getSourceFile(join(root, file))
    const module = source && checker.getSymbolAtLocation(source)
    const symbols = module ? checker.getExportsOfModule(module) : []
    exports[entry] = symbols.map(({ name }) => name).toSorted()
    for (const symbol of symbols) queue.set(resolved(symbol), symbol.name)
  }

  const declarations: Record<string, Declaration> = {}
  const isOwn = (node: ts.Node) => {
    const { fileName } = node.getSourceFile()
    return fileName.startsWith(join(root, 'dist')) && !ofDocument.test(fileName)
  }
  // The queue grows while it is read: a map is iterated to its end.
  for (const [symbol, name] of queue) {
    const nodes = (symbol.declarations ?? []).filter(isOwn)
    const read = readDeclaration(nodes)
    if (read === undefined) continue
    declarations[name] ??= read
    for (const node of nodes) {
      for (const used of namesIn(node)) {
        const found = checker.getSymbolAtLocation(used)
        const type = found && resolved(found)
        if (type && !queue.has(type) && type.flags & ts.SymbolFlags.Type) queue.set(type, type.name)
      }
    }
  }
  return { exports: sorted(exports), declarations: sorted(declarations) }
}

/** The names of other types in a declaration. */
function namesIn(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = []
  const visit = (one: ts.Node): void => {
    if (ts.isTypeReferenceNode(one)) found.push(one.typeName)
    if (ts.isExpressionWithTypeArguments(one)) found.push(one.expression)
    ts.forEachChild(one, visit)
  }
  visit(node)
  return found
}

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
