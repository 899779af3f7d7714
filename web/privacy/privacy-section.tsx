import { text } from '../text/text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { ProblemBlock } from '../ui/messages.tsx';
import { Lede, Panel } from '../ui/panel.tsx';
import { Part, Parts } from '../ui/parts.tsx';
import { Prose } from '../ui/prose.tsx';
import { DevicePart } from './device-part.tsx';
import './privacy.css';
import { linesOfRule, nameOfLine } from './rule.ts';

const words = text.privacy;

/** What the page cannot do, what nothing keeps it from, and how anybody can see that it is so. */
export function PrivacySection() {
  const lines = linesOfRule();
  return (
    <Panel id="privacy" title={words.title}>
      {lines === null ? (
        <ProblemBlock items={[{ claim: words.bare }]} />
      ) : (
        <>
          <Lede>
            <Prose text={words.lede} />
          </Lede>
          <div class="rule-table">
            <DataTable
              label={words.rule.title}
              columns={words.rule.head.map((head) => ({ head }))}
              rows={lines.map((line) => [
                <code>{line}</code>,
                words.rule.lines[nameOfLine(line)] ?? words.rule.other,
              ])}
            />
          </div>
        </>
      )}
      <Parts>
        <DevicePart />
        <div class="parts-stack">
          <Part title={words.limits.title} list={words.limits.list} />
          <Part title={words.look.title} list={words.look.list} />
        </div>
      </Parts>
    </Panel>
  );
}
