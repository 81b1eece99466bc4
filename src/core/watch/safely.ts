/** Calls what only listens. What it throws, or its promise rejects with, goes to `fault`, and nowhere else. */
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
