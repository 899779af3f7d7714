import type { EndpointSetup } from '../data/setup.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Segmented } from '../ui/segmented.tsx';

interface EndpointSwitchProps {
  endpoints: readonly EndpointSetup[];
  value: string;
  onChange: (name: string) => void;
}

/** Which endpoint a panel shows; nothing to choose with one. */
export function EndpointSwitch({ endpoints, value, onChange }: EndpointSwitchProps) {
  if (endpoints.length < 2) return null;
  return (
    <Segmented
      label="Endpoint"
      choices={endpoints.map(({ name, title }) => ({ value: name, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}

/** A link that looks like the one button of an empty section. */
export function GoToData({ children }: { children: string }) {
  return (
    <a class="button" href="#data">
      {children}
    </a>
  );
}

interface NoEndpointProps {
  what: string;
  /** The endpoints of the cohort, none of which is ready. */
  endpoints: readonly EndpointSetup[];
}

/** Why a section has no endpoint: one waits for an answer, or there is none. */
export function NoEndpoint({ what, endpoints }: NoEndpointProps) {
  const [waiting] = endpoints;
  if (waiting !== undefined) return <WaitingForAnswer endpoint={waiting} />;
  return (
    <EmptyState action={<GoToData>Choose it in Data</GoToData>}>
      {what} needs an endpoint: a column with the follow-up time and one that says who had the
      event.
    </EmptyState>
  );
}

/** What is still missing before an endpoint can be computed. */
function WaitingForAnswer({ endpoint }: { endpoint: EndpointSetup }) {
  const { title, time, start, end, event, verb } = endpoint;
  const happened = `the patient ${verb}`;
  const question =
    time === null && (start === null || end === null) ? (
      'which column holds the follow-up time?'
    ) : event === null ? (
      `which column says that ${happened}?`
    ) : (
      <>
        which value of <code>{event}</code> means that {happened}?
      </>
    );
  return (
    <EmptyState action={<GoToData>Answer in Data</GoToData>}>
      {title} waits for one answer: {question}
    </EmptyState>
  );
}
