import { runChecks } from './run-checks.ts'

// For workerd: addresses in, a report out, both as JSON.
// oxlint-disable-next-line import/no-default-export -- It is what a worker is.
export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runChecks(await request.json()))
  },
}
