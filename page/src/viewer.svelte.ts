// Who reads the page, and what they may.
import {ask} from './api';
import {ViewerDocument, type Role, type ViewerQuery} from './operations';
import {place} from './place.svelte';
import {session} from './session.svelte';

export type Permission = {allowed: boolean; roles: readonly Role[]} | null | undefined;
type Told = NonNullable<ViewerQuery['viewer']>;

class Viewer {
  #told = $state.raw<Told>();

  account = $derived(this.#told?.account ?? '');
  name = $derived(this.#told?.name ?? '');
  roles = $derived(this.#told?.roles ?? []);
  // known says whether the server has told yet who the reader is.
  known = $derived(this.#told !== undefined);

  // keepsAll says whether the reader keeps the register of every network, and so may look through the eyes of others; keepsPeople, whether they
  // may give somebody a role.
  keepsAll = $derived(this.roles.some(({role, everywhere}) => role === 'COORDINATOR' && everywhere));
  // writes says whether there are records that the reader may change.
  writes = $derived(this.has('COORDINATOR') || this.has('REPRESENTATIVE'));
  keepsPeople = $derived(this.has('ADMINISTRATOR') || this.has('COORDINATOR'));

  // load asks who the reader is: themselves, through whose eyes they look or not.
  async load() {
    this.#told = (await ask(ViewerDocument, {}, {})).viewer ?? undefined;
    if (!this.keepsAll) session.eyes = '';
  }

  has(role: Role): boolean {
    return this.roles.some(held => held.role === role);
  }
}

export const viewer = new Viewer();

// allowed says whether the reader may do something here. Through the eyes of others one only looks.
export const allowed = (permission: Permission) => !session.eyes && permission?.allowed === true;

// signInAddress gives where to sign in. From there one comes back to where one was.
export const signInAddress = () => '/sign-in?' + new URLSearchParams({to: place.here(), lang: place.language});

// signOut ends the session, and goes on where the server says: to the identity provider, which ends its own, or to the first room.
export async function signOut() {
  const answer = await fetch('/sign-out', {method: 'POST', headers: {Accept: 'application/json'}});
  const {next = '/'} = await answer.json() as {next?: string};
  session.eyes = '';
  location.assign(next);
}
