import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';

import { text } from '../../../text/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { endpointKinds } from '../../guess/outcome-words.ts';
import type { Setup } from '../../setup.ts';
import { addEndpoint } from '../../store.ts';

const words = text.data.endpoints;
const own = '';

const adding = signal(false);

/** Opens the choice of another endpoint and takes the reader there, from anywhere on the page. */
export function openAddEndpoint(): void {
  adding.value = true;
  // If it stands open already, nothing is drawn anew: it is only found.
  document.querySelector<HTMLElement>('.add-endpoint select')?.focus();
}

interface AddEndpointProps {
  setup: Setup;
  onAdded: (name: string) => void;
}

export function AddEndpoint(props: AddEndpointProps) {
  return adding.value ? (
    <Choice {...props} />
  ) : (
    <div>
      <Button
        kind="small"
        onClick={() => {
          adding.value = true;
        }}
      >
        {words.add}
      </Button>
    </div>
  );
}

function Choice({ setup, onAdded }: AddEndpointProps) {
  const absent = endpointKinds.filter((kind) =>
    setup.endpoints.every(({ name }) => name !== kind.name),
  );
  // Overall survival is the last of the kinds and the first that is wanted.
  const [picked, setPicked] = useState(
    absent.find(({ name }) => name === 'OS')?.name ?? absent[0]?.name ?? own,
  );
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'center' });
    form.current?.querySelector('select')?.focus({ preventScroll: true });
  }, []);

  const add = () => {
    const name = picked === own ? typed.trim() : picked;
    if (name === '') setProblem(words.nameNeeded);
    else if (setup.endpoints.some((endpoint) => endpoint.name === name)) {
      setProblem(words.nameTaken(name));
    } else {
      addEndpoint(name);
      onAdded(name);
      adding.value = false;
      // The form goes; the reader goes on to what was added.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.endpoints-table tr:last-child select')?.focus(),
      );
    }
  };
  return (
    <form
      ref={form}
      class="add-endpoint"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Select
        label={words.which}
        small
        choices={[
          ...absent.map(({ name, title }) => ({ value: name, label: words.kind(name, title) })),
          { value: own, label: words.own },
        ]}
        value={picked}
        onChange={setPicked}
      />
      {picked === own && (
        <label class="field">
          <span class="field-label">{words.ownName}</span>
          <input
            class="input"
            autocomplete="off"
            maxLength={24}
            value={typed}
            aria-invalid={problem !== null}
            aria-describedby="own-endpoint-hint"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <span
            id="own-endpoint-hint"
            class={problem === null ? 'field-hint' : 'field-problem'}
            role="status"
          >
            {problem ?? words.ownHint}
          </span>
        </label>
      )}
      <div class="endpoint-actions">
        <Button kind="small" onClick={add}>
          {picked === own ? words.addOwn : words.addThis(picked)}
        </Button>
        <Button
          kind="small"
          onClick={() => {
            adding.value = false;
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
