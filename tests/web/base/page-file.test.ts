import { describe, expect, it } from 'vitest';

import { broughtId, pageFile } from '../../../web/base/page-file.ts';
import { readTemplate } from '../../../web/bundle/page-template.ts';

const template = readTemplate();
const parts = { policy: "default-src 'none'", style: 'b{}', script: "a('$&</body>')" };

describe('the file of the page', () => {
  it('holds the policy before style and script, which it takes as they are', () => {
    const page = pageFile(template, parts);
    const [policy, style, script] = ['content="default', '<style>b{}<', "a('$&</body>')<"].map(
      (part) => page.indexOf(part),
    );
    expect(policy).toBeGreaterThan(0);
    expect(style).toBeGreaterThan(policy!);
    expect(script).toBeGreaterThan(style!);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain(broughtId);
  });

  it('with data is the same file and one element more, which nothing in the data can end', () => {
    const hostile = JSON.stringify({ label: '</script><script>alert(1)</script><!-- $& -->' });
    const page = pageFile(template, parts, hostile);
    const [element = '', json = ''] =
      /<script type="application\/json" id="riskset-brought">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual(JSON.parse(hostile));
    expect(page.replace(element, () => '')).toBe(pageFile(template, parts));
    expect(page.match(/<script/g)).toHaveLength(2);
  });
});
