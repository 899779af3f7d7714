/**
 * Whether the page came from a host over a line that nobody can change: only then do browsers keep
 * files for it, and only then is what they keep its own. Of files on a disk some browsers make one.
 */
export function isHosted(): boolean {
  return isSecureContext && /^https?:$/.test(location.protocol);
}
