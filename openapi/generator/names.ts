import type { Schema } from './document.ts'

/** The name of the component that a schema refers to. */
export const refName = (schema: Schema | undefined): string | undefined =>
  schema?.$ref?.split('/').at(-1)

/** `projects.members` as `ProjectsMembers`. */
export const pascalCase = (id: string) => id.split('.').map(capitalize).join('')
export const camelCase = (id: string) => uncapitalize(pascalCase(id))

export const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
export const uncapitalize = (word: string) => word.charAt(0).toLowerCase() + word.slice(1)
