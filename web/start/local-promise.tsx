import { text } from '../text/text.ts';
import { Prose } from '../ui/prose.tsx';

const words = text.start;

/** What the page promises about the patients' data, and how anybody can see that it is so. */
export function LocalPromise() {
  return (
    <aside class="promise" aria-labelledby="promise-title">
      <h2 id="promise-title" class="drop-title">
        {words.promise}
      </h2>
      <ul>
        {words.promises.map((promise, index) => (
          <li key={index}>
            <Prose text={promise} />
          </li>
        ))}
      </ul>
      <details class="promise-check">
        <summary>{words.checkYourself}</summary>
        <ol>
          {text.privacy.look.list.map((check, index) => (
            <li key={index}>
              <Prose text={check} />
            </li>
          ))}
        </ol>
        <p>
          <a href="#privacy">{words.checkLimits}</a>
        </p>
      </details>
    </aside>
  );
}
