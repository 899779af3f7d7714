import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

import { text as catalogue } from '../text/text.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

const words = catalogue.shared;

export interface Message {
  /** The claim, in bold; a full sentence or the start of one that `text` ends. */
  claim: ComponentChildren;
  text?: ComponentChildren;
  /** A button or link at the right. */
  action?: ComponentChildren;
  /** The rows the message speaks of, opened by a button under it. */
  rows?: { count: number; content: () => ComponentChildren };
}

type Kind = 'warning' | 'problem' | 'note';

const classes: Record<Kind, string> = {
  warning: 'messages',
  problem: 'messages messages-problem',
  note: 'messages messages-note',
};
const icons = { warning: 'triangle', problem: 'triangle', note: 'info' } as const;

function MessageItem({ message, kind }: { message: Message; kind: Kind }) {
  const [rowsOpen, setRowsOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  const { rows, text, action } = message;
  const more = text !== undefined || action !== undefined || rows !== undefined;
  // On a phone a warning is folded to its claim; a problem stands in place of an answer and is not.
  const folds = kind === 'warning' && more;
  return (
    <li class={folds && !unfolded ? 'message message-folded' : 'message'}>
      <Icon name={icons[kind]} />
      <p class="message-text">
        <span class="visually-hidden">{words[kind]}</span>
        <strong>{message.claim}</strong>
        {text !== undefined && <span class="message-more"> {text}</span>}
      </p>
      {folds && (
        <button
          type="button"
          class="message-fold"
          aria-expanded={unfolded}
          aria-label={unfolded ? words.lessAboutWarning : words.moreAboutWarning}
          onClick={() => setUnfolded(!unfolded)}
        >
          <Icon name="chevronDown" />
        </button>
      )}
      <div class="message-action message-more">
        {action}
        {rows !== undefined && rows.count > 0 && (
          <Button
            kind="small"
            expanded={rowsOpen}
            controls={id}
            onClick={() => setRowsOpen(!rowsOpen)}
          >
            {rowsOpen ? words.hideRows(rows.count) : words.showRows(rows.count)}
          </Button>
        )}
      </div>
      {rows !== undefined && rowsOpen && (
        <div id={id} class="message-rows message-more">
          {rows.content()}
        </div>
      )}
    </li>
  );
}

function Messages({ items, kind }: { items: readonly Message[]; kind: Kind }) {
  if (items.length === 0) return null;
  return (
    <ul class={classes[kind]}>
      {items.map((message, index) => (
        <MessageItem key={index} message={message} kind={kind} />
      ))}
    </ul>
  );
}

/** All warnings of a panel in one amber block, between its sentence and its figure. */
export function Warnings({ items }: { items: readonly Message[] }) {
  return <Messages items={items} kind="warning" />;
}

/** Stands in place of the one answer it prevents; other answers stay. */
export function ProblemBlock({ items }: { items: readonly Message[] }) {
  return <Messages items={items} kind="problem" />;
}

/** Something to know that is no doubt about a number. */
export function Note({ items }: { items: readonly Message[] }) {
  return <Messages items={items} kind="note" />;
}
