import type { ComponentChildren } from 'preact';

import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  children?: ComponentChildren;
  onClick: () => void;
  /** `primary` is the one filled button of a view. */
  kind?: 'primary' | 'plain' | 'small' | 'link';
  icon?: IconName;
  /** The name for screen readers where the face shows an icon only. */
  label?: string;
  disabled?: boolean;
  /** Nothing to do at present, as its label says. It can still be reached, so that focus stays. */
  unavailable?: boolean;
  /** For a button that opens something: whether that is open now. */
  expanded?: boolean;
  controls?: string;
  /** Dashed edge: the answer it would give is a guess. */
  guessed?: boolean;
}

export function Button(props: ButtonProps) {
  const { kind = 'plain', icon, label, children, unavailable = false } = props;
  const classes = ['button', `button-${kind}`];
  if (icon !== undefined && children === undefined) classes.push('button-icon');
  if (props.guessed) classes.push('guessed');
  return (
    <button
      type="button"
      class={classes.join(' ')}
      aria-label={label}
      title={children === undefined ? label : undefined}
      aria-disabled={unavailable ? 'true' : undefined}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      disabled={props.disabled}
      onClick={unavailable ? undefined : props.onClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
