import ts from 'typescript'
import type { Declaration, Member, Parameter } from './surface.ts'

/** Data longer than this is no promise word by word, such as the texts of a policy. */
const longest = 600

/** A declaration from its nodes, several for overloads and merged interfaces; undefined for other nodes. */
export function readDeclaration(nodes: readonly ts.Node[]): Declaration | undefined {
  const [first] = nodes
  if (first === undefined) return undefined
  if (nodes.every(ts.isFunctionDeclaration)) {
    return { kind: 'function', head: '', members: { '()': nodes.map(signature) } }
  }
  if (ts.isInterfaceDeclaration(first) || ts.isClassDeclaration(first)) {
    const members = nodes.flatMap((node) =>
      ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) ? [...node.members] : [],
    )
    const kind = ts.isInterfaceDeclaration(first) ? 'interface' : 'class'
    const bases = (first.heritageClauses ?? []).flatMap(({ types }) => types.map(textOf))
    return {
      kind,
      head: typeParameters(first),
      ...(bases.length > 0 && { bases }),
      members: membersOf(members),
    }
  }
  if (ts.isTypeAliasDeclaration(first)) {
    const { type } = first
    const parameters = typeParameters(first)
    return ts.isTypeLiteralNode(type)
      ? { kind: 'type', head: parameters, members: membersOf(type.members) }
      : { kind: 'type', head: `${parameters} = ${textOf(type)}`, members: {} }
  }
  if (ts.isVariableDeclaration(first)) {
    const type = first.type ? textOf(first.type) : ''
    return { kind: 'const', head: type.length > longest ? 'data' : type, members: {} }
  }
  return undefined
}

function membersOf(nodes: readonly (ts.TypeElement | ts.ClassElement)[]): Declaration['members'] {
  const found: Record<string, Member[]> = {}
  for (const node of nodes) {
    const isHidden =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
    if (isHidden || (node.name && ts.isPrivateIdentifier(node.name))) continue
    const [name, member] = memberOf(node)
    const known = found[name] ?? []
    found[name] = [...known, member]
  }
  return found
}

function memberOf(node: ts.TypeElement | ts.ClassElement): readonly [string, Member] {
  const name = node.name ? textOf(node.name) : ''
  if (ts.isMethodSignature(node) || ts.isMethodDeclaration(node)) {
    return [name, { ...signature(node), ...(node.questionToken && { isOptional: true }) }]
  }
  if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) {
    const type = node.type ? textOf(node.type) : 'any'
    return [name, { type, ...(node.questionToken && { isOptional: true }) }]
  }
  if (ts.isCallSignatureDeclaration(node)) return ['()', signature(node)]
  if (ts.isConstructorDeclaration(node) || ts.isConstructSignatureDeclaration(node)) {
    return ['new', signature(node)]
  }
  return [name || textOf(node), { type: textOf(node) }]
}

const signature = (node: ts.SignatureDeclaration): Member => ({
  type: `${typeParameters(node)}${node.type ? textOf(node.type) : ''}`,
  parameters: node.parameters.map(parameter),
})

function parameter(node: ts.ParameterDeclaration): Parameter {
  const type = `${node.dotDotDotToken ? '...' : ''}${node.type ? textOf(node.type) : 'any'}`
  const isOptional = node.questionToken !== undefined || node.dotDotDotToken !== undefined
  return { type, ...(isOptional && { isOptional }) }
}

const typeParameters = ({
  typeParameters: all,
}:
  | ts.SignatureDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration) => (all === undefined ? '' : `<${all.map(textOf).join(', ')}>`)

const printer = ts.createPrinter({ removeComments: true })

/** A node as text on one line, without comments. */
const textOf = (node: ts.Node): string =>
  printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replaceAll(/\s+/g, ' ')
