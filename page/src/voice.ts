// For whom the reader speaks in a partnership, as the API tells.
import type {PartnershipsQuery, SpokenFragment} from './operations';

type Reader = PartnershipsQuery['viewer'];
export type Voice = SpokenFragment['voice'] | 'OTHER_SIDE';

// voiceFor says how the reader may speak for a party: not for a second side, where they have confirmed for one.
export function voiceFor(reader: Reader, said: SpokenFragment, parties: readonly SpokenFragment[]): Voice {
  const others = parties.filter(other => other !== said && other.confirmation === 'CONFIRMED' && other.saidBy);
  return said.voice && said.confirmation !== 'CONFIRMED' && others.some(({saidBy}) => saidBy === reader?.account) ? 'OTHER_SIDE' : said.voice;
}
