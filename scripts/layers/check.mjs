// Reads every include and import of the project and holds them against the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

import { banned, engine, modules } from './rules.mjs';
import { withoutComments } from './source-text.mjs';

const extensions = ['.ts', '.tsx', '.mts', '.mjs', '.js', '.css', '.cpp', '.h'];
const roots = ['core', 'wasm', 'web'];

/**
 * @param {string} root the folder that holds core/, wasm/ and web/
 * @returns {string[]} one sentence for each breach
 */
export function breaches(root) {
  const files = new Map(
    roots
      .flatMap((folder) => sourcesUnder(root, folder))
      .map((file) => [file, readSource(root, file)]),
  );
  const users = firstUsers(files);
  /** @type {string[]} */
  const found = [];
  for (const [file, source] of files) {
    for (const use of source.uses) {
      const reason = breachOf(file, use);
      if (reason) found.push(`${pathTo(users, file)} -> ${use.target}\n  ${reason}`);
    }
    for (const rule of banned) {
      if (!isUnder(file, rule.in) || isUnder(file, rule.except ?? [])) continue;
      const match = rule.pattern.exec(source.text);
      if (match) {
        const line = source.text.slice(0, match.index).split('\n').length;
        found.push(
          `${pathTo(users, file)}:${line} has ${rule.what}: ${match[0].trim()}\n  ${rule.why}`,
        );
      }
    }
  }
  return found;
}

/**
 * @typedef {{ target: string, typeOnly: boolean }} Use
 * @typedef {{ text: string, uses: Use[] }} Source
 */

/** @param {string} root @param {string} folder @returns {string[]} */
function sourcesUnder(root, folder) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && extensions.some((end) => entry.name.endsWith(end)))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((file) => !file.endsWith('.config.ts')) // they set up tools and are no part of the page
      .sort();
  } catch {
    return [];
  }
}

/** @param {string} root @param {string} file @returns {Source} */
function readSource(root, file) {
  const text = withoutComments(readFileSync(join(root, file), 'utf8'));
  return { text, uses: /\.(?:cpp|h)$/.test(file) ? includes(text) : imports(text, file) };
}

/** @param {string} text @returns {Use[]} */
function includes(text) {
  return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"]+)"/gm)].map(([, target = '']) => ({
    target,
    typeOnly: false,
  }));
}

/** @param {string} text @param {string} file @returns {Use[]} */
function imports(text, file) {
  const statement =
    /\b(?:import|export)\s+(type\s+)?(?:[\w$*\s{},]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(statement)].flatMap(([, type, plain, lazy]) => {
    const specifier = (plain ?? lazy ?? '').replace(/\?.*$/, '');
    if (!specifier.startsWith('.')) return [];
    return { target: posix.join(dirname(file), specifier), typeOnly: type !== undefined };
  });
}

/** @param {string} file @param {Use} use @returns {string | null} why the use is a breach */
function breachOf(file, use) {
  const user = moduleOf(file);
  if (!user)
    return `${file} lies in no folder that the rules know: add it to scripts/layers/rules.mjs`;
  if (isUnder(use.target, ['build'])) {
    const allowed = use.typeOnly || engine.valueUsers.includes(user.name);
    return allowed ? null : engine.why;
  }
  if (use.target === 'package.json') return null; // anyone may say the version
  const used = moduleOf(use.target);
  if (!used)
    return `${use.target} lies in no folder that the rules know: add it to scripts/layers/rules.mjs`;
  return used === user || user.uses.includes(used.name)
    ? null
    : `${user.name} may not use ${used.name}: ${user.why}`;
}

/** @param {string} file */
function moduleOf(file) {
  const folder = dirname(file);
  // web itself owns only the files that lie directly in it
  return modules.find(({ name }) => (name.includes('/') ? isUnder(file, [name]) : folder === name));
}

/** @param {string} file @param {string[]} folders */
function isUnder(file, folders) {
  return folders.some((folder) => file.startsWith(`${folder}/`));
}

/** @param {Map<string, Source>} files @returns {Map<string, string>} one user for each file */
function firstUsers(files) {
  /** @type {Map<string, string>} */
  const users = new Map();
  const used = new Set(
    [...files].flatMap(([, { uses }]) => uses.map((use) => resolved(files, use))),
  );
  const queue = [...files.keys()].filter((file) => !used.has(file));
  const seen = new Set(queue);
  for (const file of queue) {
    for (const use of files.get(file)?.uses ?? []) {
      const target = resolved(files, use);
      if (seen.has(target) || !files.has(target)) continue;
      seen.add(target);
      users.set(target, file);
      queue.push(target);
    }
  }
  return users;
}

/** @param {Map<string, Source>} files @param {Use} use */
function resolved(files, use) {
  return (
    ['', '.ts', '.tsx'].map((end) => use.target + end).find((file) => files.has(file)) ?? use.target
  );
}

/** @param {Map<string, string>} users @param {string} file how a program comes to this file */
function pathTo(users, file) {
  const path = [file];
  for (let user = users.get(file); user; user = users.get(user)) path.unshift(user);
  return path.join(' -> ');
}
