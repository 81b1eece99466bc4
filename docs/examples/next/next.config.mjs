/** Forwards `/api` to the platform, so that pages call their own origin. */
export default {
  rewrites: async () => [
    { source: '/api/:path*', destination: `${process.env.ROLECALL_BASE_URL}/:path*` },
  ],
}
