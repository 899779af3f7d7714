import type { ComponentChildren } from 'preact';

import type { EndpointSetup } from '../data/setup.ts';
import { printing } from '../ui/printing.ts';

interface EveryEndpointProps {
  endpoints: readonly EndpointSetup[];
  /** The name of the one that the reader has chosen. */
  chosen: string;
  children: (endpoint: EndpointSetup) => ComponentChildren;
}

/** The endpoint that was chosen; on paper, where nothing can be chosen, each after the other. */
export function EveryEndpoint({ endpoints, chosen, children }: EveryEndpointProps) {
  const several = endpoints.length > 1;
  return endpoints
    .filter(({ name }) => printing.value || name === chosen)
    .map((endpoint) => {
      const shown = endpoint.name === chosen;
      // The shown panel stays the same one, with what is open in it, whatever endpoint it shows.
      return (
        <div
          key={shown ? 'shown' : endpoint.name}
          class={shown ? 'of-endpoint' : 'of-endpoint of-other-endpoint'}
        >
          {printing.value && several && <h3 class="print-only">{endpoint.title}</h3>}
          {children(endpoint)}
        </div>
      );
    });
}
