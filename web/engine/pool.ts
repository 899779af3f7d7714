// Two engines that share the questions: a cohort's two endpoints are then answered side by side.
import { createEngine, type Engine } from './client.ts';

/** More would each hold the cohort once more and wait for the few longest analyses all the same. */
const most = 2;

/**
 * As many engines as the machine has processors for. The first starts at once; the others when its
 * code is compiled, which they take over. A question goes to the engine that has the fewest.
 */
export function createPool(processors = navigator.hardwareConcurrency): Engine {
  const engines = [{ engine: createEngine(join), open: 0 }];
  let compiled: WebAssembly.Module | undefined;

  function join(code: WebAssembly.Module): void {
    if (compiled !== undefined) return; // an engine that starts afresh compiles again
    compiled = code;
    while (engines.length < Math.min(most, processors)) {
      engines.push({ engine: createEngine(undefined, code), open: 0 });
    }
  }

  return {
    get width() {
      return engines.length;
    },
    async analyze(...question) {
      const own = engines.reduce((least, one) => (one.open < least.open ? one : least));
      own.open += 1;
      try {
        return await own.engine.analyze(...question);
      } finally {
        own.open -= 1;
      }
    },
  };
}
