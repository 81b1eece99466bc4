/** The oldest supported version of Node, as in package.json. */
export const supportedNode = '22.12'

/** Whether a version of Node, such as `24.1.0`, is new enough. */
export function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = supportedNode.split('.').map(Number)
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}
