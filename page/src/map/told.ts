// told gives what there is in a place in words.
import {count} from '../words.svelte';
import type {Count} from './counts';

export const told = ({organisations, needs, offers}: Count) =>
  [count('picture.organisations', organisations), count('needs.count', needs), count('offers.count', offers)].join(', ');
