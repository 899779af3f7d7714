/** What the specification asks of a browser, so that it need not know which one it has. */
export interface Browser {
  readonly name: EngineName;
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export type Key =
  | 'Tab'
  | 'Enter'
  | 'Space'
  | 'Escape'
  | 'Home'
  | 'End'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'z'
  | '?';

/** Held while a key is pressed. */
export type Modifier = 'Control' | 'Shift' | 'Alt';

/** The window that every page opens in. */
export const desk = { width: 1280, height: 900 };

export interface Place {
  x: number;
  y: number;
}

export interface Page {
  /** Runs an arrow function in the page; it sees nothing but its arguments, which must be JSON. */
  evaluate<Arguments extends unknown[], Answer>(
    inPage: (...args: Arguments) => Answer | Promise<Answer>,
    ...args: Arguments
  ): Promise<Answer>;
  /** A key of the keyboard, as a person presses it. */
  press(key: Key, ...held: Modifier[]): Promise<void>;
  /** Text into the focused field, letter by letter. */
  type(text: string): Promise<void>;
  /** The mouse, at a place of the window: there and pressed. */
  click(x: number, y: number): Promise<void>;
  /** The mouse pressed at one place, moved and let go at another. */
  drag(from: Place, to: Place): Promise<void>;
  /** What the page wrote to the console as a warning or an error, and uncaught faults. */
  faults(): Promise<string[]>;
  /** Addresses that the page has asked for, apart from its own. */
  requests(): Promise<string[]>;
  /** Prints to a PDF; null where the browser's driver cannot. */
  pdf(): Promise<Uint8Array | null>;
  /** Asks the page for no motion, as a setting of the system does; false where the driver cannot. */
  stillness(): Promise<boolean>;
  /** Why the browser would not install the page as an application; null where its driver cannot say. */
  installFaults(): Promise<string[] | null>;
  resize(window: { width: number; height: number }): Promise<void>;
  close(): Promise<void>;
}
