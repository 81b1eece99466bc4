import { isRecord } from '../../src/core/base/kind-of.ts'
import type { ArtifactRecord, UserRecord } from '../policy/language/records.ts'
import { type RecordOf, render, type Rendered } from '../state/render.ts'
import type { ResourceType } from '../policy/language/resource-types.ts'
import type { Platform } from './platform.ts'

/** A record for a viewer: an artifact leaves out projects that are hidden from them. */
export function renderedFor(
  platform: Platform,
  viewer: UserRecord,
  type: ResourceType,
  record: RecordOf<ResourceType>,
): Rendered {
  const rendered = render(type, record)
  return 'kind' in record ? withoutHiddenProjects(platform, viewer, record, rendered) : rendered
}

/** Keeps the etag of the whole artifact: it stands for the version, not for the view. */
function withoutHiddenProjects(
  { compiled, world }: Platform,
  viewer: UserRecord,
  { project: home, attachedTo }: ArtifactRecord,
  whole: Rendered,
): Rendered {
  const isSeen = (key: string): boolean => {
    const project = world.project(key)
    return project !== undefined && compiled.sees(world, viewer, { project })
  }
  const hidden = [home, ...(attachedTo ?? [])].filter((key) => key !== null && !isSeen(key))
  if (hidden.length === 0) return whole
  const json = leaveOut(whole.json, new Set(hidden))
  return { ...whole, json, text: JSON.stringify(json) }
}

/** The body of an answer with an artifact, or with the result of its run, without some projects. */
export function withoutProjects(body: string, hidden: ReadonlySet<string>): string {
  if (body === '') return body
  const json: unknown = JSON.parse(body)
  if (!isRecord(json)) return body
  const { artifact } = json
  return JSON.stringify(
    isRecord(artifact) ? { ...json, artifact: leaveOut(artifact, hidden) } : leaveOut(json, hidden),
  )
}

const leaveOut = (
  artifact: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<unknown>,
): Record<string, unknown> => {
  const { project, attachedTo } = artifact
  return {
    ...artifact,
    ...(hidden.has(project) && { project: null }),
    ...(Array.isArray(attachedTo) && { attachedTo: attachedTo.filter((key) => !hidden.has(key)) }),
  }
}
