/**
 * Does work, synchronously, before the process ends: at its exit, and when Ctrl+C interrupts it, which
 * ends a process without an exit. Returns a function that takes it back.
 */
export function atExit(work: () => void): () => void {
  const takeBack = () => {
    process.off('exit', end)
    process.off('SIGINT', interrupt)
  }
  const end = () => {
    takeBack()
    work()
  }
  const interrupt = () => {
    end()
    // Our listener stood in for the usual end, unless others decide about it.
    if (process.listenerCount('SIGINT') === 0) process.kill(process.pid, 'SIGINT')
  }
  process.on('exit', end)
  process.on('SIGINT', interrupt)
  return takeBack
}
