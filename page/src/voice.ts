// For whom the reader speaks in a partnership. The server has the last word: it knows, too, whether a party has somebody to speak for it.
import type {PartnershipsQuery, SpokenFragment} from './operations';

type Reader = PartnershipsQuery['viewer'];
export type Voice = 'own' | 'behalf' | 'other side' | '';

// voiceFor says how the reader may speak for a party: as that party; on its behalf, as a coordinator of a network that it is a member of; not for
// a second side, where they have confirmed for one; or not at all.
export function voiceFor(reader: Reader, said: SpokenFragment, parties: readonly SpokenFragment[]): Voice {
  const voice = ofParty(reader, said);
  const others = parties.filter(other => other !== said && other.confirmation === 'CONFIRMED' && other.saidBy);
  return voice && said.confirmation !== 'CONFIRMED' && others.some(({saidBy}) => saidBy === reader?.account) ? 'other side' : voice;
}

function ofParty(reader: Reader, {party}: SpokenFragment): Voice {
  const roles = reader?.roles ?? [];
  if (roles.some(({role, over}) => role === 'REPRESENTATIVE' && over?.id === party.id)) return 'own';
  const networks = party.__typename === 'Network' ? [party.id] : party.memberships.nodes.map(({network}) => network.id);
  const coordinates = roles.some(({role, everywhere, over}) =>
    role === 'COORDINATOR' && (everywhere || networks.length === 0 || networks.includes(over?.id ?? '')));
  return coordinates ? (party.__typename === 'Network' ? 'own' : 'behalf') : '';
}
