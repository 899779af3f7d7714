// Who may depend on whom, and what may stand where: data, each rule with its reason.

/** Folders from the bottom up: one may use those of earlier tiers, and none of its own tier. */
const towers = [
  [
    { names: ['core/base'], why: 'every topic needs it, so it can need none of them' },
    { names: ['core/distributions', 'core/linear'], why: 'they know mathematics, not studies' },
    { names: ['core/tables'], why: 'counts stand below times' },
    { names: ['core/survival'], why: 'curves and tests stand below the models of them' },
    { names: ['core/regression'], why: 'models stand below the questions that are asked of them' },
    {
      names: ['core/response', 'core/comparison', 'core/safety', 'core/design'],
      why: 'response, comparison, safety and the design of trials are read without each other',
    },
    { names: ['core/claims'], why: 'a claim is checked with any topic, none is checked with it' },
    { names: ['core/analysis'], why: 'the one entry point stands above all topics' },
  ],
  [
    {
      names: ['web/base', 'web/examples'],
      why: 'digits and emphasis stand below all that speaks, and know no language',
    },
    {
      names: ['web/text'],
      why: 'every word of the page stands in one place, for a second language',
    },
    {
      names: ['web/format'],
      why: 'how a number is printed takes its words from the catalogue, so none of it may go there',
    },
    { names: ['web/engine', 'web/ui'], why: 'the engine shows nothing, and ui computes nothing' },
    {
      names: ['web/figures', 'web/tables'],
      why: 'figures and tables draw models; they know no cohort and no feature',
    },
    { names: ['web/terms'], why: 'any feature may open what a word means; a word knows no cohort' },
    { names: ['web/data'], why: 'the cohort stands below what shows it' },
    { names: ['web/panels'], why: 'it holds what the panels of several features share' },
    {
      names: [
        'web/start',
        'web/patients',
        'web/response',
        'web/survival',
        'web/regression',
        'web/subgroups',
        'web/safety',
        'web/claims',
      ],
      why: 'features do not import features: what two of them need belongs in a folder below',
    },
    { names: ['web/report'], why: 'the report gathers the features' },
    { names: ['web/share'], why: 'what is shared holds the report' },
    {
      names: ['web/privacy'],
      why: 'what stays on the device is known where it is decided; no feature asks for it',
    },
    { names: ['web/shell'], why: 'the shell composes the page' },
    { names: ['web'], why: 'main stands above everything' },
  ],
];

/** Folders that stand beside the towers. */
const others = [
  {
    name: 'wasm',
    uses: ['core/base', 'core/analysis'],
    why: 'it hands an analysis in and results out: names and conversions only',
  },
  {
    name: 'web/runner',
    uses: ['web/engine', 'web/data'],
    why: 'the headless runner reads data as the page does, and shows nothing',
  },
  {
    name: 'web/offline',
    uses: [],
    why: 'the policy of the page does not hold for the service worker, so it knows nothing of the page',
  },
  {
    name: 'web/bundle',
    uses: ['web/base'],
    why: 'it makes the page and is no part of it',
  },
];

/**
 * What each folder may use, and why no more.
 *
 * @type {{ name: string, uses: string[], why: string }[]}
 */
export const modules = [
  ...towers.flatMap((tower) =>
    tower.flatMap(({ names, why }, tier) => {
      const uses = tower.slice(0, tier).flatMap((below) => below.names);
      return names.map((name) => ({ name, uses, why }));
    }),
  ),
  ...others,
];

/** The compiled engine: its types may be read anywhere, its code is loaded in two places. */
export const engine = {
  file: 'build/wasm/riskset.js',
  valueUsers: ['web/engine', 'web/runner'],
  why: 'the engine runs in the worker of the page or in the runner; elsewhere import its types only',
};

const leavesThePage = 'nothing may leave the page, and no policy should have to prove it';

/** What must not be written: `pattern` in files under `in` but not under `except`. */
export const banned = [
  {
    in: ['core'],
    pattern: /#\s*include\s*<emscripten/,
    what: 'an Emscripten header',
    why: 'core knows no JavaScript and is tested natively',
  },
  {
    in: ['core'],
    pattern:
      /#\s*include\s*<(?:iostream|istream|ostream|sstream|fstream|iomanip|ios|iosfwd|streambuf)>/,
    what: 'a stream',
    why: 'core knows no files and prints nothing; streams cost the page bytes',
  },
  {
    in: ['core'],
    pattern: /#\s*include\s*<(?:locale|clocale|locale\.h)>|\bsetlocale\s*\(/,
    what: 'a locale',
    why: 'a number must read the same on every machine',
  },
  {
    in: ['core', 'wasm'],
    pattern: /\blong\s+double\b/,
    what: 'long double',
    why: 'it is 128-bit software in WebAssembly, 100 times slower, and differs from the native tests',
  },
  {
    in: ['core', 'wasm'],
    except: ['core/distributions'],
    pattern: /#\s*include\s*<boost\/math/,
    what: 'Boost.Math',
    why: 'its error and promotion policy is fixed once, in core/distributions',
  },
  {
    in: ['core', 'wasm'],
    except: ['core/linear'],
    pattern: /#\s*include\s*<Eigen/,
    what: 'Eigen',
    why: 'core/linear is the only folder that includes it, so that rank is decided in one place',
  },
  {
    in: ['core', 'wasm'],
    pattern: /#\s*include\s*<nlohmann/,
    what: 'nlohmann-json',
    why: 'only native tests read JSON in C++; the page hands in parsed objects',
  },
  {
    in: ['wasm'],
    pattern: /\bstd::(?:exp|log|log1p|expm1|sqrt|pow|accumulate|reduce|inner_product)\s*\(/,
    what: 'arithmetic',
    why: 'the binding converts; numbers come from core',
  },
  {
    in: ['web'],
    except: ['web/figures'],
    pattern: /\bMath\s*\.\s*(?:exp|expm1|log|log1p|log2|log10|sqrt|cbrt|pow|hypot)\b/,
    what: 'arithmetic of a statistic',
    why: 'every statistic comes from core; only figures compute, and only for drawing',
  },
  {
    in: ['web'],
    except: ['web/bundle'],
    pattern:
      /\blocation\s*=(?!=)|\blocation\s*\.\s*(?:href|search|pathname|host|hostname|port|protocol)\s*=(?!=)|\blocation\s*\.\s*(?:assign|replace)\s*\(/,
    what: 'navigation by script',
    why: 'the policy does not stop it, and an address can carry data out',
  },
  {
    in: ['web'],
    except: ['web/bundle'],
    pattern: /\b(?:window|globalThis|self)\s*\.\s*open\s*\(/,
    what: 'a new window',
    why: 'the policy does not stop it, and an address can carry data out',
  },
  {
    in: ['web'],
    except: ['web/bundle'],
    pattern: /\bRTCPeerConnection\b/,
    what: 'WebRTC',
    why: 'the policy does not stop it',
  },
  {
    in: ['web'],
    except: ['web/bundle'],
    pattern: /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
    what: 'text run as a program',
    why: 'what runs is what was built, and its hash stands in the policy',
  },
  {
    in: ['web'],
    except: ['web/bundle'],
    pattern: /["'`](?:(?:https?|wss?):)?\/\/(?!www\.w3\.org\/)\w/,
    what: 'a remote address',
    why: leavesThePage,
  },
  {
    in: ['web/offline'],
    pattern:
      /\bfetch\s*\((?!addressOf\(|request\))|\bimportScripts\b|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b|\bopenWindow\b/,
    what: 'a connection of the service worker',
    why: 'no policy holds for it, so it may ask for the files of its release and for nothing else',
  },
  {
    in: ['web'],
    except: ['web/offline'],
    pattern:
      /\bfetch\s*\(|\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b|\bsendBeacon\b/,
    what: 'a connection',
    why: leavesThePage,
  },
];
