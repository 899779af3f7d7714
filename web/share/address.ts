// Where a link leads: the page's own address or, from a disk, the hosted address that was said once.

const storageKey = 'riskset.hosted-address';

export function isFromDisk(): boolean {
  return location.protocol === 'file:';
}

/** null: nobody else could open it. */
export function ownAddress(): string | null {
  return isFromDisk() ? null : location.origin + location.pathname;
}

export function hostedAddress(): string {
  try {
    return localStorage.getItem(storageKey) ?? '';
  } catch {
    return ''; // storage is refused: it is asked for again
  }
}

export function keepHostedAddress(address: string): void {
  try {
    localStorage.setItem(storageKey, address);
  } catch {
    // It lasts for this visit.
  }
}

/** The address without a fragment of its own; null where it is none. */
export function addressFrom(typed: string): string | null {
  const [address = ''] = typed.trim().split('#');
  return /^https?:\/\/[^\s/]+/i.test(address) ? address : null;
}
