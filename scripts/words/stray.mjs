// Finds the words a reader sees or hears that stand in the code instead of in web/text.
import { parseSync } from 'vite';

/** Attributes and properties whose text is always for people. */
const spoken = new Set(
  'label title alt placeholder caption summary claim text head heading hint reason words question confirm setting aria-label aria-description aria-placeholder aria-roledescription aria-valuetext'.split(
    ' ',
  ),
);

/** Attributes whose text is never for people. */
const silent = new Set(
  'class id for d href viewBox transform points style type role rel accept key name value kind icon align inputMode autocomplete aria-controls aria-labelledby aria-describedby aria-current aria-live'.split(
    ' ',
  ),
);

/** Calls whose texts are code: selectors, events, words that read files and papers, faults that no reader meets. */
const mute = new Set(
  'inLanguages spelled attribute includesWide querySelector querySelectorAll closest matches matchMedia addEventListener removeEventListener getElementById createElement createElementNS setAttribute getAttribute getPropertyValue setProperty getContext Error RegExp Intl.Collator'.split(
    ' ',
  ),
);

/** Calls whose texts are always words, however short. */
const speaking = new Set(['counted']);

/** Names that the browser gives to keys and kinds of things, written like words. */
const browserNames = new Set(
  'Escape Enter Tab Home End Backspace Delete Files Shift Control Meta'.split(' '),
);

/** Stands for a `${value}` while a template is judged. */
const value = '\ue000';
const letters = /\p{L}{2}/u;
/** Two words, or a word beside a value or a number, with a space between: "in the cohort", "$ rows", "1 (reference)". */
const phrase =
  /(?:^|[\s(“])\p{L}[\p{L}’'-]*[,.:;!?]?\s+[(“]?[\p{L}\ue000]|\ue000[,.:;)]?\s+\p{L}{2,}(?:[\s,.:;!?)]|$)|^\d+\s+[(“]?\p{L}{2,}|^\s+\p{L}{2,}[\s.,]*$|^\p{L}{2,}[,.:;]?\s+$/u;
const capitalised = /^\p{Lu}\p{Ll}+[.:!?]?$/u;
/** One or more names of style classes or parts of a path, no sentence. */
const classNames = /^[\sa-z0-9\ue000]*-[\sa-z0-9\ue000-]*$/;

/** @param {string} text */
function looksLikeWords(text) {
  if (browserNames.has(text) || classNames.test(text)) return false;
  return phrase.test(text) || capitalised.test(text);
}

/**
 * @typedef {any} Node of the parser's syntax tree
 * @typedef {'code' | 'perhaps' | 'words'} Place what a text at this place is
 */

/**
 * @param {string} file
 * @param {string} code TypeScript, with or without JSX
 * @returns {{ line: number, text: string }[]}
 */
export function strayWords(file, code) {
  /** @type {{ line: number, text: string }[]} */
  const found = [];

  /** @param {string} text @param {Node} node @param {Place} place */
  const judge = (text, node, place) => {
    if (place === 'code' || !/\p{L}/u.test(text)) return;
    if (place === 'words' ? !letters.test(text) : !looksLikeWords(text)) return;
    const line = code.slice(0, node.start).split('\n').length;
    found.push({ line, text: text.replaceAll(value, '…').replaceAll(/\s+/g, ' ').trim() });
  };

  /** @param {any} node @param {Place} place */
  const visit = (node, place) => {
    if (Array.isArray(node)) for (const one of node) visit(one, place);
    else if (typeof node?.type === 'string') {
      const visitor = visitors[node.type];
      if (visitor) visitor(node, place);
      else if (!node.type.startsWith('TS') || node.type in transparent) inside(node, 'perhaps');
    }
  };

  /** @param {Node} node @param {Place} place */
  const inside = (node, place) => {
    for (const [key, child] of Object.entries(node)) {
      if (typeof child === 'object' && child !== null && key !== 'parent') visit(child, place);
    }
  };

  /** @type {Record<string, (node: Node, place: Place) => void>} */
  const visitors = {
    ImportDeclaration: () => undefined,
    ExportAllDeclaration: () => undefined,
    ImportExpression: () => undefined,
    Literal: (node, place) => {
      if (typeof node.value === 'string') judge(node.value, node, place);
    },
    TemplateLiteral: (node, place) => {
      judge(
        node.quasis.map((/** @type {any} */ part) => part.value.cooked).join(value),
        node,
        place,
      );
      visit(node.expressions, place === 'words' ? 'perhaps' : place);
    },
    ConditionalExpression: (node, place) => {
      visit(node.test, 'perhaps');
      visit([node.consequent, node.alternate], place);
    },
    LogicalExpression: (node, place) => {
      visit(node.left, node.operator === '&&' ? 'perhaps' : place);
      visit(node.right, place);
    },
    BinaryExpression: (node, place) => {
      visit([node.left, node.right], /^[!=]==?$/.test(node.operator) ? 'code' : place);
    },
    SwitchCase: (node) => visit(node.consequent, 'perhaps'),
    MemberExpression: (node) => visit(node.object, 'perhaps'),
    CallExpression: (node) => {
      const name = node.callee.property?.name ?? node.callee.name;
      visit(node.callee, 'perhaps');
      visit(node.arguments, placeOfArguments(name));
    },
    NewExpression: (node) => visit(node.arguments, placeOfArguments(node.callee.name)),
    ObjectExpression: (node, place) =>
      visit(node.properties, place === 'code' ? 'code' : 'perhaps'),
    Property: (node, place) => {
      const key = node.key.name ?? node.key.value;
      if (place === 'code') visit(node.value, 'code');
      else visit(node.value, !node.computed && spoken.has(key) ? 'words' : 'perhaps');
    },
    JSXText: (node) => judge(node.value, node, 'words'),
    JSXAttribute: (node) => {
      const { name } = node.name;
      const place = spoken.has(name) ? 'words' : silent.has(name) ? 'code' : 'perhaps';
      if (node.value !== null) visit(node.value, place);
    },
    JSXExpressionContainer: (node, place) => visit(node.expression, place),
    JSXElement: (node) => {
      visit(node.openingElement.attributes, 'perhaps');
      visit(node.children, 'words');
    },
    JSXFragment: (node) => visit(node.children, 'words'),
  };

  visit(parseSync(file, code).program, 'perhaps');
  return found;
}

/**
 * @param {string} css
 * @returns {{ line: number, text: string }[]} words that a style sheet puts into the page
 */
export function strayStyleWords(css) {
  return [...css.matchAll(/\bcontent:([^;}]*)/g)].flatMap(({ 1: shown = '', index }) =>
    [...shown.matchAll(/'([^']*)'|"([^"]*)"/g)]
      .map(([, single, double]) => (single ?? double ?? '').trim())
      .filter((text) => letters.test(text))
      .map((text) => ({ line: css.slice(0, index).split('\n').length, text })),
  );
}

/** Types hold no words; these are code with a type beside it. */
const transparent = { TSAsExpression: 1, TSSatisfiesExpression: 1, TSNonNullExpression: 1 };

/** @param {string | undefined} name @returns {Place} */
function placeOfArguments(name) {
  if (name === undefined) return 'perhaps';
  if (mute.has(name)) return 'code';
  return speaking.has(name) ? 'words' : 'perhaps';
}
