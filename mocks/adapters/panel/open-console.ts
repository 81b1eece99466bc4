import type { PanelTarget } from './options.ts'

/**
 * Loads the console into the frame. Resolves with a sentence if it is not there: servers of apps often answer
 * with the app's own page in place of a missing one.
 */
export async function openConsole(
  frame: HTMLIFrameElement,
  { folder, settings }: PanelTarget,
): Promise<string | undefined> {
  const page = await fetch(folder)
    .then((answer) => answer.text())
    .catch(() => '')
  if (!page.includes('name="rolecall-console"')) return missing(folder)
  Object.assign(frame, { rolecallConsole: settings })
  frame.src = folder
  return undefined
}

const missing = (folder: string): string =>
  `The console is not at ${folder}. With Vite, the plugin rolecallConsole() of rolecall/mocks/vite serves it; without, copy the folder node_modules/rolecall/dist/console there.`
