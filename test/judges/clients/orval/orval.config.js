/** Functions over fetch, which have the address of the platform in them. */
export default {
  rolecall: {
    input: '../../../../mocks/generated/documents/openapi.json',
    output: {
      target: './generated/client.ts',
      client: 'fetch',
      mode: 'single',
      baseUrl: process.env.ROLECALL_BASE_URL,
    },
  },
}
