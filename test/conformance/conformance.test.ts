import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { platforms } from './platforms.ts'
import { objectionToAction, objectionToCall } from './report.ts'
import { actionSurfaces } from './surfaces/actions.ts'
import { callSurfaces } from './surfaces/calls.ts'
import { networkSurfaces } from './surfaces/network.ts'
import { cellsOf, isByRule, readTables } from './table.ts'

const network = setupServer()
const { surfaces: networkOnes, stop } = networkSurfaces(network)
const surfaces = [...callSurfaces, ...networkOnes]
beforeAll(() => network.listen({ onUnhandledFrame: 'bypass' }))
afterAll(async () => {
  network.close()
  await stop()
})

describe.each(platforms)('$policy.name', (platform) => {
  const cells = cellsOf(readTables(platform.policy.name))
  const asked = new Set<string>()

  test.for(cells)('$table › $row.text › $column', async (cell) => {
    const objections: string[] = []
    for (const trial of platform.trialsOf(cell)) {
      for (const surface of surfaces) {
        objections.push(...(await objectionToCall(cell, trial, surface)))
      }
      // Without the arguments of a call, the rules alone are asked.
      for (const surface of isByRule(cell) ? actionSurfaces : []) {
        objections.push(...(await objectionToAction(cell, trial, surface)))
      }
    }
    asked.add(`${cell.table} ${cell.row.text} ${cell.column}`)
    expect(objections.join('\n'), objections.join('\n')).toBe('')
  })

  test('every cell was asked', () => {
    expect(asked.size).toBe(platform.cells)
    expect(cells).toHaveLength(platform.cells)
  })
})
