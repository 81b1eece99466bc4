/** Keeps the static page for use without a network, where the browser can. */
if ('serviceWorker' in navigator) {
  addEventListener(
    'load',
    () => void navigator.serviceWorker.register('./worker.js').catch(() => {}),
  )
}
