import type { Usage } from './usage.ts'

// Loaded into the process of each server before the server itself: tells the benchmark what the process
// has used, and ends with the benchmark.
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
