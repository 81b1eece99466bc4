/** Calls `close` for an Escape in the panel, or in its frame if the console has no use for it. */
export function closesOnEscape(
  panel: HTMLElement,
  frame: HTMLIFrameElement,
  close: () => void,
): void {
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close()
  })
  // The frame has another window after each load.
  frame.addEventListener('load', () => {
    const { contentWindow, contentDocument } = frame
    contentWindow?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isInUse(contentDocument)) close()
    })
  })
}

/** Whether something in the page is open that Escape closes, or has a text that Escape clears. */
function isInUse(page: Document | null): boolean {
  const field = page?.activeElement?.matches('input:not(:placeholder-shown), textarea, select')
  return field === true || page?.querySelector(':modal, :popover-open') !== null
}
