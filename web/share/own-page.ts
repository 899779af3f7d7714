// The page as the file that it came from: it can make that file again, with what it brings inside.
// Its parts are read before anything is drawn, and never asked for again.
import template from 'virtual:page-template';

import { broughtId, pageFile, type PageParts } from '../base/page-file.ts';
import type { Kind } from './envelope.ts';
import { inFile } from './link.ts';

/** What a file of a page brings, as a file of each would. */
export interface Brought {
  kind: Kind;
  text: string;
}

let parts: PageParts | null = null;
let brought: readonly Brought[] = [];

/** Once, at the start. */
export function readOwnPage(): void {
  const rule = document.querySelector<HTMLMetaElement>(
    'meta[http-equiv="Content-Security-Policy"]',
  );
  const style = rule?.nextElementSibling ?? null;
  const script = style?.nextElementSibling ?? null;
  if (rule !== null && style instanceof HTMLStyleElement && script instanceof HTMLScriptElement) {
    parts = { policy: rule.content, style: style.textContent, script: script.textContent };
  }
  brought = broughtIn(document.getElementById(broughtId)?.textContent ?? '');
}

/** What this page brings; nothing where it is the page alone. */
export function broughtByPage(): readonly Brought[] {
  return brought;
}

/** Of anybody's file: whatever is not as expected is left out. */
export function broughtIn(json: string): Brought[] {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  return found.flatMap((one: unknown) => inFile(JSON.stringify(one)) ?? []);
}

/**
 * The page as a file that brings this. null where this page is not as it was built: then its own rule
 * would forbid the file to run.
 */
export async function pageThatBrings(wanted: readonly Brought[]): Promise<string | null> {
  if (parts === null || !(await isAsBuilt(parts))) return null;
  const data = wanted.map(({ kind, text }) => ({ riskset: 1, kind, text }));
  return pageFile(template, parts, JSON.stringify(data));
}

/** Whether the policy names the hashes of both; where the browser has no hash it is taken to. */
async function isAsBuilt({ policy, style, script }: PageParts): Promise<boolean> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return true;
  for (const part of [style, script]) {
    const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(part)));
    if (!policy.includes(`'sha256-${btoa(String.fromCharCode(...hash))}'`)) return false;
  }
  return true;
}
