// Rows travel encrypted: a key from a passphrase (PBKDF2 with SHA-256, 600,000 rounds) and AES-256 in
// Galois/counter mode, which also tells a wrong passphrase. Salt (16) and nonce (12) are fresh for each
// link and stand before the rest.
// [1] OWASP Password Storage Cheat Sheet (2023): 600,000 rounds for PBKDF2-HMAC-SHA256.
// [2] Dworkin M (2007). NIST SP 800-38D (Galois/counter mode, nonces of 96 bits).

const rounds = 600_000;
const saltLength = 16;
const nonceLength = 12;

/** Not there on pages served over plain http, whatever the types say. */
export function canEncrypt(): boolean {
  return (globalThis.crypto.subtle as SubtleCrypto | undefined) !== undefined;
}

export async function encrypted(
  content: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(saltLength));
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const key = await keyOf(passphrase, salt);
  const secret = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, content);
  const bytes = new Uint8Array(saltLength + nonceLength + secret.byteLength);
  bytes.set(salt);
  bytes.set(nonce, saltLength);
  bytes.set(new Uint8Array(secret), saltLength + nonceLength);
  return bytes;
}

/** null: another passphrase, or not what was encrypted. */
export async function decrypted(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const salt = bytes.slice(0, saltLength);
  const nonce = bytes.slice(saltLength, saltLength + nonceLength);
  const key = await keyOf(passphrase, salt);
  try {
    const secret = bytes.slice(saltLength + nonceLength);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, secret));
  } catch {
    return null;
  }
}

/** Of the same letters in any keyboard's way of writing them. */
async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const letters = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', letters, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
