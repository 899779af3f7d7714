// What was, what can be again, and the name of each step between.

export interface Step<State> {
  /** Of the change, as in "Undo: reference arm". */
  name: string;
  /** What this step leads back, or forward, to. */
  state: State;
}

/** The last step of each list is the next to be taken. */
export interface History<State> {
  past: readonly Step<State>[];
  future: readonly Step<State>[];
}

export const noHistory: History<never> = { past: [], future: [] };

/** Steps that are kept; nobody goes back further by hand. */
export const mostSteps = 200;

/** A change leaves `before`; what was undone cannot be done again after it. */
export function remembered<State>(
  { past }: History<State>,
  name: string,
  before: State,
): History<State> {
  return { past: [...past, { name, state: before }].slice(-mostSteps), future: [] };
}

export interface Move<State> {
  name: string;
  state: State;
  history: History<State>;
}

/** null where there is nothing to undo. */
export function undone<State>(history: History<State>, present: State): Move<State> | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  const { name, state } = step;
  return {
    name,
    state,
    history: {
      past: history.past.slice(0, -1),
      future: [...history.future, { name, state: present }],
    },
  };
}

/** null where there is nothing to do again. */
export function redone<State>(history: History<State>, present: State): Move<State> | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  const { name, state } = step;
  return {
    name,
    state,
    history: {
      past: [...history.past, { name, state: present }],
      future: history.future.slice(0, -1),
    },
  };
}
