/**
 * Keeps a fault of ours where whoever mends it looks: the browser's console. Never for what is wrong
 * with a user's data, which the page says in words.
 */
export function keepFault(fault: unknown): void {
  // oxlint-disable-next-line no-console
  console.error(fault);
}
