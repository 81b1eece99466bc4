import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolecall, type PluginOptions } from 'rolecall/mocks/vite'
import { createServer, type InlineConfig, type ViteDevServer } from 'vite'
import { onTestFinished } from 'vitest'

/** A folder that is deleted after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'rolecall-vite-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Starts a dev server with the plugin. Returns it with its origin. */
export async function devServer(
  root: string,
  options: PluginOptions = {},
  config: InlineConfig = {},
): Promise<{ readonly server: ViteDevServer; readonly origin: string }> {
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: join(root, '.vite'),
    logLevel: 'silent',
    plugins: [rolecall(options)],
    server: { port: 0, host: '127.0.0.1', watch: null, ws: false },
    ...config,
  })
  onTestFinished(() => server.close())
  if (server.httpServer) await server.listen()
  return { server, origin: new URL(server.resolvedUrls?.local[0] ?? 'http://localhost').origin }
}
