import type { EndpointSetup } from '../data/setup.ts';
import { text } from '../text/text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Segmented } from '../ui/segmented.tsx';

const say = text.panels.noEndpoint;

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
      label={text.panels.endpoint.label}
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
  return <EmptyState action={<GoToData>{say.choose}</GoToData>}>{say.needed(what)}</EmptyState>;
}

/** What is still missing before an endpoint can be computed. */
function WaitingForAnswer({ endpoint }: { endpoint: EndpointSetup }) {
  const { title, time, start, end, event, verb } = endpoint;
  const question =
    time === null && (start === null || end === null) ? (
      say.whichTime
    ) : event === null ? (
      say.whichEvent(verb)
    ) : (
      <>
        {say.whichValue} <code>{event}</code> {say.means(verb)}
      </>
    );
  return (
    <EmptyState action={<GoToData>{say.answer}</GoToData>}>
      {say.waits(title)} {question}
    </EmptyState>
  );
}
