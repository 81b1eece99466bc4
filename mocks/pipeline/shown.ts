import type { ArtifactRecord, UserRecord } from '../policy/world.ts'
import { type RecordOf, render, type Rendered, type ThingType } from '../render.ts'
import type { Platform } from './platform.ts'

/** A record as somebody is shown it: an artifact without the projects that are hidden from them. */
export function shown(
  platform: Platform,
  viewer: UserRecord,
  type: ThingType,
  record: RecordOf<ThingType>,
): Rendered {
  const rendered = render(type, record)
  return 'kind' in record ? withoutHiddenProjects(platform, viewer, record, rendered) : rendered
}

/** The etag stays that of the whole: it is of a version, and not of what one of its readers sees. */
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
  const project = home !== null && isSeen(home) ? home : null
  const seen = attachedTo?.filter(isSeen)
  if (project === home && seen?.length === attachedTo?.length) return whole
  const json = { ...whole.json, project, ...(seen && { attachedTo: seen }) }
  return { ...whole, json, text: JSON.stringify(json) }
}
