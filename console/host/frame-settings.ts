import type { FrameSettings } from '../../mocks/adapters/panel/options.ts'
import { isRecord } from '../../src/core/base/kind-of.ts'

/**
 * What the panel tells the page in its frame; undefined outside of a panel. It is a property of the frame's
 * element, which pages of the same origin alone can set: no link and no message can.
 */
export function frameSettings(): FrameSettings | undefined {
  const frame: unknown = globalThis.frameElement
  const settings = isRecord(frame) ? frame.rolecallConsole : undefined
  return isFrameSettings(settings) ? settings : undefined
}

const isFrameSettings = (value: unknown): value is FrameSettings =>
  isRecord(value) && (value.fetch === undefined || typeof value.fetch === 'function')
