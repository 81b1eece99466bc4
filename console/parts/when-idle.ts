/** Does work once the browser has nothing more urgent to do, after the first view. */
export function whenIdle(work: () => void): void {
  // Some browsers have no such queue.
  if ('requestIdleCallback' in window) requestIdleCallback(work)
  else setTimeout(work, 300)
}
