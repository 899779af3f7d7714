// What a person does in the dialog of sharing.
import type { Reader } from './reader.ts';

export const dialog = 'dialog[open]';

/** What the review of each kind says, and of no other. */
export const reviewOf: Record<string, RegExp> = {
  Results: /cells? below 5|No count is below 5/,
  Settings: /The fingerprint of the file/,
  'Patients’ rows': /as it is/,
};

/** Opens the dialog and waits for the review of this kind. */
export async function share(reader: Reader, kind: string): Promise<string> {
  await reader.openSharing();
  await reader.textOnce(dialog, /What stays here/);
  await reader.page.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('dialog[open] .share-kind')];
    const label = labels.find((one) => one.textContent?.startsWith(wanted));
    (label as HTMLElement | undefined)?.click();
  }, kind);
  const review = await reader.textOnce(dialog, reviewOf[kind]!);
  if (!reviewOf[kind]!.test(review)) throw new Error(`No review of ${kind}: ${review}`);
  return review;
}

export async function typeInto(reader: Reader, name: string, text: string): Promise<void> {
  await reader.page.evaluate((wanted) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('dialog[open] input')];
    fields.find((one) => one.labels?.[0]?.textContent?.trim() === wanted)?.focus();
  }, name);
  await reader.page.type(text);
}

/** Ticks what the review offers to put back. */
export async function putBack(reader: Reader, label: string): Promise<void> {
  const found = await reader.page.evaluate((wanted) => {
    const labels = [...document.querySelectorAll<HTMLElement>('dialog[open] label.checkbox')];
    const own = labels.find((one) => one.textContent?.startsWith(wanted));
    own?.querySelector('input')?.click();
    return own !== undefined;
  }, label);
  if (!found) throw new Error(`The review does not offer “${label}”`);
}

export async function encryptRows(reader: Reader, passphrase: string): Promise<void> {
  await typeInto(reader, 'Passphrase', passphrase);
  await typeInto(reader, 'The same again', passphrase);
  await reader.click('Encrypt the rows', dialog);
  await reader.textOnce(dialog, /link has|would have|Address of/);
}

/** The link of the dialog; empty where none comes. */
export function linkIn(reader: Reader): Promise<string> {
  return reader.page.evaluate(async () => {
    const end = performance.now() + 10_000;
    const field = () => document.querySelector<HTMLInputElement>('dialog[open] .share-link');
    while (field() === null && performance.now() < end) {
      await new Promise((next) => setTimeout(next, 50));
    }
    return field()?.value ?? '';
  });
}

/** The file that would be saved. */
export async function packedIn(reader: Reader): Promise<string> {
  await reader.catchSaved();
  await reader.press('Save as a file', dialog);
  const [saved] = await reader.untilSaved(1);
  return saved?.text ?? '';
}
