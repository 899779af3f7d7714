// The engine as JavaScript calls it. What is sent and what is received are documents: values as one
// run of bytes, whose form core/base/document.h describes. What is received is copied, so that no
// result holds on to the engine's memory and nothing needs to be deleted.

/**
 * What bindings.cpp exports; addresses are numbers.
 *
 * @typedef {{
 *   memory: WebAssembly.Memory,
 *   _initialize: () => void,
 *   malloc: (size: number) => number,
 *   newCohort: () => number,
 *   addColumn: (cohort: number, column: number) => void,
 *   analyze: (cohort: number, file: number, rows: number) => number,
 *   version: () => number,
 * }} Exports
 */

// The kinds of values, as in DocumentKind.
const NULL = 0;
const NO = 1;
const YES = 2;
const NUMBER = 3;
const TEXT = 4;
const LIST = 5;
const OBJECT = 6;
const RECORD = 7;
const REALS = 8;
const WHOLES = 9;
const REALS_OR_NULL = 10;

/** @type {typeof import('../build/wasm/riskset.js').default} */
export default async function createRiskset(code) {
  const instance = await WebAssembly.instantiate(code, {
    env: { emscripten_notify_memory_growth: () => undefined },
    wasi_snapshot_preview1: { proc_exit: stop },
  });
  const engine = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  engine['_initialize']();
  return {
    analyze(file, columns, rows) {
      const cohort = engine.newCohort();
      for (const column of columns) engine.addColumn(cohort, send(engine, column));
      return /** @type {import('../build/wasm/riskset.js').Results} */ (
        receive(engine, engine.analyze(cohort, send(engine, file), rows))
      );
    },
    version: () => /** @type {string} */ (receive(engine, engine.version())),
  };
}

function stop() {
  throw new Error('the engine stopped');
}

/**
 * The address of a document that the engine gives back itself.
 *
 * @param {Exports} engine
 * @param {unknown} content
 */
function send(engine, content) {
  const pieces = piecesOf(content);
  const address = engine.malloc(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)) >>> 0;
  const memory = new Uint8Array(engine.memory.buffer);
  let at = address;
  for (const { buffer, byteOffset, byteLength } of pieces) {
    memory.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return address;
}

/**
 * The bytes of a document, piece by piece.
 *
 * @param {unknown} content
 */
function piecesOf(content) {
  /** @type {ArrayBufferView[]} */
  const pieces = [];
  const encoder = new TextEncoder();
  add(content);
  return pieces;

  /** @param {unknown} value */
  function add(value) {
    if (typeof value === 'boolean') kind(value ? YES : NO);
    else if (typeof value === 'number') {
      kind(NUMBER);
      pieces.push(Float64Array.of(value));
    } else if (typeof value === 'string') {
      kind(TEXT);
      text(value);
    } else if (Array.isArray(value)) {
      kind(LIST);
      count(value.length);
      for (const item of value) add(item);
    } else if (value instanceof Float64Array) array(REALS, value);
    else if (value instanceof Int32Array) array(WHOLES, value);
    else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      kind(OBJECT);
      count(entries.length);
      for (const [key, item] of entries) {
        text(key);
        add(item);
      }
    } else kind(NULL);
  }

  /** @param {number} own */
  function kind(own) {
    pieces.push(Uint8Array.of(own));
  }

  /** @param {number} length */
  function count(length) {
    pieces.push(Uint32Array.of(length));
  }

  /** @param {string} own */
  function text(own) {
    const bytes = encoder.encode(own);
    count(bytes.length);
    pieces.push(bytes);
  }

  /** @param {number} own @param {Float64Array | Int32Array} values */
  function array(own, values) {
    kind(own);
    count(values.length);
    pieces.push(values);
  }
}

/**
 * What the document at an address holds.
 *
 * @param {Exports} engine
 * @param {number} address
 */
function receive(engine, address) {
  const memory = engine.memory.buffer;
  const view = new DataView(memory);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** @type {string[][]} */
  const keys = []; // of each struct that was met
  let at = address >>> 0;
  return value();

  /** @returns {unknown} */
  function value() {
    switch (view.getUint8(at++)) {
      case NO:
        return false;
      case YES:
        return true;
      case NUMBER:
        return number();
      case TEXT:
        return text();
      case LIST:
        return many(value);
      case RECORD:
        return record();
      case REALS:
        return new Float64Array(copied(8 * count()));
      case WHOLES:
        return new Int32Array(copied(4 * count()));
      case REALS_OR_NULL:
        return realsOrNull();
      default:
        return null;
    }
  }

  function record() {
    const struct = count();
    keys[struct] ??= many(text);
    /** @type {Record<string, unknown>} */
    const object = {};
    for (const key of keys[struct]) object[key] = value();
    return object;
  }

  /**
   * @template T
   * @param {() => T} item
   */
  function many(item) {
    const list = [];
    for (let left = count(); left > 0; --left) list.push(item());
    return list;
  }

  /** A list of its length from the start: grown number by number, it would take twice the time. */
  function realsOrNull() {
    const numbers = new Float64Array(copied(8 * count()));
    /** @type {(number | null)[]} */
    const list = [];
    list.length = numbers.length;
    numbers.forEach((own, place) => {
      list[place] = Number.isNaN(own) ? null : own;
    });
    return list;
  }

  function number() {
    at += 8;
    return view.getFloat64(at - 8, true);
  }

  function count() {
    at += 4;
    return view.getUint32(at - 4, true);
  }

  function text() {
    const size = count();
    at += size;
    return decoder.decode(new Uint8Array(memory, at - size, size));
  }

  /** @param {number} size */
  function copied(size) {
    at += size;
    return memory.slice(at - size, at);
  }
}
