import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMock } from 'rolecall/mocks'
import { serve } from 'rolecall/mocks/server'
import { expect, inject, test } from 'vitest'
import { endOf } from '../support/end-of-process.ts'
import { describeInChromium } from './describe-in-chromium.ts'

describeInChromium('the fixtures for Playwright', () => {
  test('hold in its own runner, as the examples of the guide do', async ({ onTestFinished }) => {
    await using mock = await serve(createMock(), { port: 0 })
    const found = inject('chromium')
    const output = mkdtempSync(join(tmpdir(), 'rolecall-playwright-'))
    onTestFinished(() => rmSync(output, { recursive: true }))
    const args = ['node_modules/playwright/cli.js', 'test', '--config', 'test/browser/playwright']
    const fromSource = join(process.cwd(), 'test/docs/from-source.ts')
    const { code, stdout, stderr } = await endOf(
      spawn(process.execPath, args, {
        env: {
          ...process.env,
          NODE_OPTIONS: `--import ${fromSource}`,
          CHROMIUM_ENDPOINT: 'endpoint' in found ? found.endpoint : '',
          MOCK: mock.url,
          PAGES: inject('pages'),
          OUTPUT: output,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    expect({ code, stderr, stdout }).toEqual({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('16 passed'),
    })
  })
})
