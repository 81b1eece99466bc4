/** The SDK with hey-api's own client over fetch. */
export default {
  input: 'mocks/generated/documents/openapi.json',
  output: 'test/judges/clients/hey-api/generated',
  plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
  logs: { level: 'warn', file: false },
}
