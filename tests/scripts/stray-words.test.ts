import { describe, expect, it } from 'vitest';

import { strayStyleWords, strayWords } from '../../scripts/words/stray.mjs';

const found = (code: string) => strayWords('web/x.tsx', code).map(({ text }) => text);

describe('words outside the catalogue', () => {
  it('are found wherever a reader could see or hear them', () => {
    expect(found('<p>Median survival</p>')).toEqual(['Median survival']);
    expect(found('<p>{n} of {m}</p>')).toEqual(['of']);
    expect(found('<button aria-label="Close" />')).toEqual(['Close']);
    expect(found('<Field label={open ? "hide" : "show"} />')).toEqual(['hide', 'show']);
    expect(found('<p>{open ? "hide" : "show"}</p>')).toEqual(['hide', 'show']);
    expect(found('const row = { head: "time", align: "right" };')).toEqual(['time']);
    expect(found('const said = `${n} rows`;')).toEqual(['… rows']);
    expect(found('const said = "1 (reference)";')).toEqual(['1 (reference)']);
    expect(found('const said = rich`Median ${m} in the cohort.`;')).toEqual([
      'Median … in the cohort.',
    ]);
    expect(found('const said = counted(n, "row");')).toEqual(['row']);
    expect(found('const said = { a: () => "Not reached" };')).toEqual(['Not reached']);
    expect(found('const name = "Survival" as const;')).toEqual(['Survival']);
  });

  it('are told from code', () => {
    for (const code of [
      'import { a } from "Some thing";',
      'type Kind = "Two words" | "Another";',
      '<div class={open ? "panel stale" : "panel"} />',
      'const classes = ["message message-folded"];',
      'document.querySelector("main section")',
      'throw new Error("the engine did not start")',
      'if (event.key === "Escape" || kind === "Some kind") done();',
      'const path = `M${x} ${y}h4`;',
      'const place = `translate(${x} ${y})`;',
      'const id = `${name}-title`;',
      'const unit = "months";',
      '<p class="lede">{text.survival.lede(n)}</p>',
      'switch (kind) { case "Two words": break; }',
    ]) {
      expect(found(code), code).toEqual([]);
    }
  });

  it('are found in a style sheet that puts them into the page', () => {
    const sheet = (content: string) =>
      strayStyleWords(`p {\n}\np::before { content: ${content}; }`);
    expect(sheet("attr(data-name) ' of '")).toEqual([{ line: 3, text: 'of' }]);
    expect(sheet('attr(data-name) " p "')).toEqual([]);
    expect(sheet("counter(page) ' / ' counter(pages)")).toEqual([]);
    expect(strayStyleWords("p { justify-content: center; font: 'Two words'; }")).toEqual([]);
  });

  it('are named with their line', () => {
    expect(strayWords('web/x.ts', 'const a = 1;\n\nconst b = "Two words";')).toEqual([
      { line: 3, text: 'Two words' },
    ]);
  });
});
