/** Calls a listener. Its error, or its promise's, goes to `fault` alone. */
export async function safely(
  call: () => unknown,
  fault?: (error: unknown) => unknown,
): Promise<void> {
  try {
    await call()
  } catch (error) {
    fault?.(error)
  }
}
