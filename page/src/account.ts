// What the reader asks of their own account, beside GraphQL: access tokens, passkeys, and what is recorded of them.
import {Problem} from './api';
import {place} from './place.svelte';

export type Token = {
  id: string; name: string; right: 'READ' | 'WRITE' | 'FEED'; createdAt: string; expiresAt: string; lastUsedAt: string | null; revokedAt: string | null;
};
export type Recorded = {at: string; event: string; detail?: string};

export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(path, {
    method,
    headers: {Accept: 'application/json', 'Accept-Language': place.language, ...(body !== undefined && {'Content-Type': 'application/json'})},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const told = (answer.headers.get('Content-Type')?.startsWith('application/json') ? JSON.parse(text) : {}) as T & {errors?: {message: string; extensions?: {code?: string}}[]};
  const fault = told.errors?.[0];
  if (fault) throw new Problem(fault.message, fault.extensions?.code ?? '');
  if (!answer.ok) throw new Error(answer.statusText); // no answer of the registry
  return told;
}

export const tokens = () => send<{tokens: Token[]}>('GET', '/account/tokens');
export const makeToken = (asked: {name: string; right: string; days: number}) => send<Token & {secret: string}>('POST', '/account/tokens', asked);
export const revokeToken = (id: string) => send<unknown>('DELETE', `/account/tokens/${encodeURIComponent(id)}`);
export const recorded = (everybody: boolean) => send<{records: Recorded[]}>('GET', '/account/log' + (everybody ? '?of=everybody' : ''));

// addPasskey lets the browser make a passkey for this account.
export async function addPasskey() {
  const {publicKey} = await send<{publicKey: PublicKeyCredentialCreationOptionsJSON}>('POST', '/account/passkeys/begin');
  const made = await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey)});
  await send('POST', '/account/passkeys/end', made);
}

// Passkeys belong to a name, and an address of numbers has none.
export const passkeysWork = () => 'PublicKeyCredential' in window && !/^[\d.:[\]]+$/.test(location.hostname);
