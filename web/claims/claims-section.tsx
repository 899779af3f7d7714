import { computed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

import {
  beginTyping,
  clearPaper,
  openedPaper,
  paper as state,
  setPaperText,
} from '../data/store.ts';
import { CopyTable } from '../tables/copy-table.tsx';
import { StatTable } from '../tables/stat-table.tsx';
import { TermButton } from '../terms/term-button.tsx';
import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { Disclosure, Disclosures } from '../ui/disclosure.tsx';
import { Note } from '../ui/messages.tsx';
import { Definition, Lede, MethodLine, Panel } from '../ui/panel.tsx';
import { Prose } from '../ui/prose.tsx';
import { AddClaim } from './add-claim.tsx';
import { ClaimItem } from './claim-item.tsx';
import './claims.css';
import { claimsTable } from './claims-table.ts';
import { findClaims, mostClaims, mostLetters } from './finder/find.ts';
import { markedCopy } from './marked-copy.ts';
import { MarkedText } from './marked-text.tsx';
import { tally } from './verdicts.ts';

const words = text.claims;
const id = 'claims';

const counts = computed(() => tally(state.value.claims));

/** In the rail: how many results do not follow. */
export const claimsAlerts = computed(() => counts.value.flagged);

/** `tools`: further ways to take what was found along. */
export function ClaimsSection({ tools }: { tools?: ComponentChildren }) {
  const paper = state.value;
  const { claims } = paper;
  return (
    <Panel id={id} title={words.title} beside={<TermButton term="grim" />}>
      <Definition>{words.what}</Definition>
      <OpenedNote />
      <PasteBox />
      <Summary />
      {claims.length > 0 && (
        <div class={paper.text === '' ? undefined : 'claims-columns'}>
          {paper.text !== '' && (
            <div class="claims-paper">
              <h3>{words.marked}</h3>
              <MarkedText paper={paper} />
            </div>
          )}
          <ClaimList />
        </div>
      )}
      {claims.length > 0 && <MethodLine>{words.how}</MethodLine>}
      <Disclosures>
        <AddClaim />
        {claims.length > 0 && (
          <Disclosure name={words.table.fold} setting={words.table.setting}>
            <Table tools={tools} />
          </Disclosure>
        )}
      </Disclosures>
    </Panel>
  );
}

/** As long as it stands as it was opened. */
function OpenedNote() {
  const opened = openedPaper.value;
  if (opened?.paper !== state.value) return null;
  return <Note items={[{ claim: words.opened.claim(opened.name), text: words.opened.text }]} />;
}

/** In ms: a long text is searched when typing pauses. */
const pause = 250;
const longText = 20_000;

function PasteBox() {
  const field = useId();
  const { text: own, claims } = state.value;
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const put = (typed: string) => {
    clearTimeout(waiting.current);
    const find = () => setPaperText(typed, findClaims(typed));
    if (typed.length <= longText) find();
    else waiting.current = setTimeout(find, pause);
  };
  const isEmpty = own === '' && claims.length === 0;
  return (
    <div class="field claims-paste screen-only">
      <label class="field-label" for={field}>
        {words.paste}
      </label>
      <textarea
        id={field}
        class="input"
        rows={own === '' ? 7 : 4}
        spellcheck={false}
        value={own}
        aria-describedby={`${field}-hint`}
        onFocus={beginTyping}
        onPaste={beginTyping}
        onInput={(event) => put(event.currentTarget.value)}
      />
      <span id={`${field}-hint`} class="field-hint">
        {words.pasteHint}
      </span>
      <div class="claims-ways">
        {isEmpty ? (
          <Button
            onClick={() => {
              beginTyping();
              put(words.exampleText);
            }}
          >
            {words.example}
          </Button>
        ) : (
          <Button
            onClick={() => {
              clearTimeout(waiting.current);
              clearPaper();
              document.getElementById(field)?.focus();
            }}
          >
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The answer in a sentence, also for those who hear it. */
function Summary() {
  const { text: own, claims } = state.value;
  const { agrees, remark, flagged, open, waiting } = counts.value;
  const all = claims.length;
  const said =
    all === 0
      ? own.trim() === ''
        ? ''
        : words.nothingFound
      : waiting > 0
        ? ''
        : words.announce(all, flagged);
  return (
    <>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {all === 0 && own.trim() !== '' && (
        <Note items={[{ claim: words.nothingFound, text: words.none }]} />
      )}
      {all > 0 && (
        <Lede>
          {waiting > 0 ? (
            words.computing(all)
          ) : (
            <Prose text={words.lede(all, flagged, agrees + remark, open)} />
          )}
        </Lede>
      )}
      {own.length > mostLetters && <p class="note">{words.long}</p>}
      {all >= mostClaims && <p class="note">{words.many(mostClaims)}</p>}
    </>
  );
}

function ClaimList() {
  const heading = useRef<HTMLHeadingElement>(null);
  // With the last result the list goes, and what stands above it takes the focus.
  const focus = () => {
    const next = state.value.claims.length > 0 ? heading.current : null;
    (next ?? document.getElementById(`${id}-title`))?.focus();
  };
  return (
    <div class="claims-list">
      <h3 ref={heading} tabIndex={-1}>
        {words.found}
      </h3>
      <ol>
        {state.value.claims.map((own) => (
          <ClaimItem key={own.id} own={own} onRemoved={focus} />
        ))}
      </ol>
    </div>
  );
}

function Table({ tools }: { tools: ComponentChildren }) {
  const model = claimsTable(state.value.claims);
  return (
    <div class="claims-table">
      <CopyTable model={model} before={markedCopy(state.value)} csv={words.table.file}>
        {tools}
      </CopyTable>
      <StatTable model={model} stacked />
    </div>
  );
}
