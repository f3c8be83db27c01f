// Who reads the page, and what they may.
import {send} from './account';
import {ask, Problem} from './api';
import {done, ground} from './commands.svelte';
import {ViewerDocument, type Role, type ViewerQuery} from './operations';
import {place} from './place.svelte';
import {forget, session} from './session.svelte';

export type Permission = {allowed: boolean; roles: readonly Role[]} | null | undefined;
type Told = NonNullable<ViewerQuery['viewer']>;

class Viewer {
  #told = $state.raw<Told>();
  #answered = () => {};
  // asked ends when the server has told who the reader is, or could not be asked.
  readonly asked = new Promise<void>(resolve => (this.#answered = resolve));

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
    try {
      this.#told = (await ask(ViewerDocument, {}, {})).viewer ?? undefined;
      if (!this.keepsAll) session.eyes = '';
      if (this.account) this.#sits();
    } finally {
      this.#answered();
    }
  }

  // sits takes over the sitting that this tab keeps. What somebody else left in it is forgotten.
  #sits() {
    const before = sessionStorage.getItem('account');
    if (before && before !== this.account) {
      session.eyes = '';
      sessionStorage.clear();
    }
    ground.belongsTo(this.account);
    sessionStorage.setItem('account', this.account);
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

// signOut ends the session, and goes on where the server says: to the identity provider, which ends its own, or to the first room. Where it cannot, the
// session goes on, and the reader is told. One that has ended already is no trouble.
export async function signOut() {
  let next = '/';
  try {
    next = (await send<{next: string}>('POST', '/sign-out')).next;
  } catch (reason) {
    if (!(reason instanceof Problem && reason.code === 'UNAUTHENTICATED')) {
      done.problem = reason as Error;
      return;
    }
  }
  forget();
  location.assign(next);
}
