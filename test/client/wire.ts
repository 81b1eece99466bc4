/** The status line and fields of an answer. */
export const head = (fields: string) => `HTTP/1.1 200 OK\r\n${fields}\r\n\r\n`

/** The body of a list of roles. */
export const list = '{"data":[{"key":"reviewer"}],"nextCursor":null}'
