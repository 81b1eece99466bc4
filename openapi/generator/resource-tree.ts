import { inputModels } from './inputs.ts'
import { capitalize } from './names.ts'
import type { Operation, Spec } from './spec.ts'

/** A group of operations: `roles` is `client.roles`, `projects.members` is `client.projects.members`. */
export interface Resource {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly file: string
  readonly typeName: string
  /** The name of the type, with its type argument if it has one. */
  readonly type: string
  readonly functionName: string
  /** Whether one of its requests contains keys of a policy. */
  readonly generic: boolean
  readonly operations: readonly Operation[]
  readonly children: readonly Resource[]
}

export interface ResourceTree {
  /** The resources directly below `client`. */
  readonly top: readonly Resource[]
  readonly all: readonly Resource[]
}

/** The resources of a document, in its order. */
export function resourceTree(spec: Spec, keyed: ReadonlySet<string>): ResourceTree {
  const ids = [...new Set(spec.operations.map(({ resource }) => resource))]
  const build = (id: string): Resource => {
    const children = ids.filter((other) => parentOf(other) === id).map(build)
    const operations = spec.operations.filter(({ resource }) => resource === id)
    const name = id.split('.').at(-1) ?? id
    const typeName = `${capitalize(name)}Client`
    const generic =
      operations.flatMap(inputModels).some((model) => keyed.has(model)) ||
      children.some((child) => child.generic)
    return {
      id,
      name,
      description: tagDescription(spec, id) ?? `The operations of \`client.${id}\`.`,
      file: `${name}.ts`,
      typeName,
      type: generic ? `${typeName}<K>` : typeName,
      functionName: `${name}Client`,
      generic,
      operations,
      children,
    }
  }
  const top = ids.filter((id) => parentOf(id) === '').map(build)
  return { top, all: top.flatMap(withChildren) }
}

const withChildren = (resource: Resource): Resource[] => [
  resource,
  ...resource.children.flatMap(withChildren),
]

const parentOf = (id: string) => id.split('.').slice(0, -1).join('.')

const tagDescription = ({ document }: Spec, id: string) =>
  document.tags?.find(({ name }) => name === id)?.description
