import { expect, test, vi } from 'vitest';

import { canEncrypt, decrypted, encrypted } from '../../../web/share/secret.ts';

const content = new TextEncoder().encode('SYN001,Chemotherapy,15.03,1');
const passphrase = 'three rivers at dawn';

test('the passphrase opens what it has locked, in either way of writing an accent', async () => {
  const secret = await encrypted(content, 'caf\u00e9 au lait');
  expect(await decrypted(secret, 'cafe\u0301 au lait')).toStrictEqual(content);
});

test('another passphrase opens nothing', async () => {
  const secret = await encrypted(content, passphrase);
  expect(await decrypted(secret, 'Three rivers at dawn')).toBeNull();
  expect(await decrypted(secret, '')).toBeNull();
});

test('a changed byte anywhere opens nothing', async () => {
  const secret = await encrypted(content, passphrase);
  for (const at of [0, 15, 16, 27, 28, secret.length - 1]) {
    const changed = secret.slice();
    changed[at]! ^= 1;
    expect(await decrypted(changed, passphrase), String(at)).toBeNull();
  }
});

test('salt and nonce are fresh: the same rows never look the same', async () => {
  const [one, other] = [await encrypted(content, passphrase), await encrypted(content, passphrase)];
  expect(one.slice(0, 16)).not.toStrictEqual(other.slice(0, 16));
  expect(one.slice(16, 28)).not.toStrictEqual(other.slice(16, 28));
  expect(one.slice(28)).not.toStrictEqual(other.slice(28));
});

// Deriving the key as the standard says it, apart from the code under test.
test('the key is PBKDF2 of SHA-256 with 600,000 rounds, the cipher AES-256-GCM', async () => {
  const { pbkdf2Sync, createDecipheriv } = await import('node:crypto');
  const secret = await encrypted(content, passphrase);
  const key = pbkdf2Sync(passphrase, secret.slice(0, 16), 600_000, 32, 'sha256');
  const cipher = createDecipheriv('aes-256-gcm', key, secret.slice(16, 28));
  cipher.setAuthTag(secret.slice(-16));
  const plain = Buffer.concat([cipher.update(secret.slice(28, -16)), cipher.final()]);
  expect(plain.toString()).toBe('SYN001,Chemotherapy,15.03,1');
});

test('pages served over plain http have no encryption, and know it', () => {
  expect(canEncrypt()).toBe(true);
  vi.stubGlobal('crypto', { getRandomValues: () => undefined });
  expect(canEncrypt()).toBe(false);
  vi.unstubAllGlobals();
});
