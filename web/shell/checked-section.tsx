import { reference } from 'virtual:reference-results';

import { version } from '../../package.json';
import { text } from '../text/text.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Lede, Panel } from '../ui/panel.tsx';
import { Part, Parts } from '../ui/parts.tsx';
import { Prose } from '../ui/prose.tsx';
import './checked.css';
import { referenceRows } from './reference-table.ts';

const words = text.checked;

/** Why the numbers can be believed, and what has to be known before they are used. */
export function CheckedSection() {
  const { cases, methods, made, loosestExponent, year } = reference;
  return (
    <Panel id="checked" title={words.title}>
      <Lede>
        <Prose text={words.lede(version, cases, made)} />
      </Lede>
      <p class="prose">
        <Prose text={words.rule(`1e${loosestExponent}`.replace('-', '\u2212'))} />
      </p>
      <div class="checked-table">
        <DataTable
          label={words.table.title}
          columns={words.table.head.map((head, index) => ({
            head,
            align: index === 2 ? 'right' : 'left',
          }))}
          rows={referenceRows(methods).map(([name, inR, n]) => [
            <>
              {name} <span class="quiet checked-in-r">{inR}</span>
            </>,
            <span class="quiet">{inR}</span>,
            n,
          ])}
        />
      </div>
      <Parts>
        <Part title={words.tests.title} list={words.tests.list} />
        <div class="parts-stack">
          <Part title={words.cite.title}>
            <CopyText text={words.cite.text(version, year, made.join('; '))} words={words.cite} />
            <p>{words.cite.advice}</p>
          </Part>
          <Part title={words.device.title} list={[words.device.text]} />
          <Part title={words.browsers.title} list={[words.browsers.text]} />
        </div>
      </Parts>
    </Panel>
  );
}
