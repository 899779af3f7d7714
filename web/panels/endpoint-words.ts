// What an endpoint is called in sentences, axes and table rows.
import type { EndpointSetup } from '../data/setup.ts';
import { inSentence } from '../format/words.ts';

export interface EndpointWords {
  name: string;
  title: string;
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

const hazards: Record<string, string> = {
  died: 'death',
  'progressed or died': 'progression or death',
  'relapsed or died': 'relapse or death',
  'had metastases or died': 'metastasis or death',
  progressed: 'progression',
  'died of the disease': 'death from the disease',
};

export function endpointWords({
  name,
  title,
  verb,
}: Pick<EndpointSetup, 'name' | 'title' | 'verb'>): EndpointWords {
  const died = verb === 'died';
  const free = died ? 'Alive' : (/^(.+-free) survival$/i.exec(title)?.[1] ?? 'Event-free');
  return {
    name,
    title,
    inSentence: inSentence(title),
    axis: `${free} (%)`,
    free,
    event: died ? 'death' : 'event',
    events: died ? 'deaths' : 'events',
    hazard: hazards[verb] ?? 'the event',
    counted: died ? 'Died' : 'Events',
  };
}
