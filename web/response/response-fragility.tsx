import { shown } from '../panels/shown.ts';
import { text } from '../text/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { Prose } from '../ui/prose.tsx';
import { fragilities, fragilitySentence, fragilitySetting } from './fragility-words.ts';

const words = text.fragility;

/** On how many patients the difference of two arms hangs. */
export function ResponseFragility() {
  const all = fragilities(shown.value.results);
  if (all.length === 0) return null;
  return (
    <Disclosure name={words.name} setting={fragilitySetting(all)}>
      <p class="prose">{words.text}</p>
      {all.map((one) => (
        <p key={one.rate} class="prose">
          <Prose text={fragilitySentence(one)} />
        </p>
      ))}
      <p class="note">{words.method}</p>
    </Disclosure>
  );
}
