// What an endpoint is called in sentences, axes and table rows.
import type { EndpointSetup } from '../data/setup.ts';
import { inSentence } from '../format/words.ts';
import { text } from '../text/text.ts';

export interface EndpointWords {
  name: string;
  title: string;
  /** The event is death, from any cause. */
  died: boolean;
  /** The title inside a sentence: "overall survival". */
  inSentence: string;
  /** What the curve counts: "Alive (%)". */
  axis: string;
  /** The row of a landmark rate, before "at 12 months": "Alive". */
  free: string;
  /** "death", "deaths" or "event", "events". */
  event: string;
  events: string;
  /** What the hazard is of: "death", "progression or death". */
  hazard: string;
  /** The row of events in counts: "Died", "Events". */
  counted: string;
}

const say = text.panels.endpoint;

export function endpointWords({
  name,
  title,
  verb,
}: Pick<EndpointSetup, 'name' | 'title' | 'verb'>): EndpointWords {
  const kinds = text.data.endpointKinds;
  const died = verb === kinds.OS.verb;
  const free = died ? say.alive : say.free(title);
  return {
    name,
    title,
    died,
    inSentence: inSentence(title),
    axis: say.axis(free),
    free,
    event: died ? say.death : say.event,
    events: died ? say.deaths : say.events,
    hazard: Object.values(kinds).find((kind) => kind.verb === verb)?.hazard ?? say.theEvent,
    counted: died ? say.countedDeaths : say.countedEvents,
  };
}
