import type { Usage } from './usage.ts'

// Loaded into the process of each server before the server itself: reports the usage of the process to
// the benchmark, and exits with it.
process.on('message', (message) => {
  if (message !== 'usage') return
  const { user, system } = process.cpuUsage()
  const usage: Usage = {
    processor: (user + system) / 1000,
    memory: process.memoryUsage.rss(),
  }
  process.send?.(usage)
})
process.on('disconnect', () => process.exit())
