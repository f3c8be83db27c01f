import type {Operation} from './operations';
import {place} from './place.svelte';
import {session} from './session.svelte';

// Wrong is what is wrong at a field of an input, in the reader's language; the field is '' for what is wrong with the whole.
export type Wrong = {field: string; says: string};

// Problem is an answer that is an error: what was wrong, in the reader's language, its code, all that is wrong with the input, each at its field, and
// after how many seconds the same may do, 0 where that does not help.
export class Problem extends Error {
  constructor(message: string, readonly code: string, readonly wrongs: readonly Wrong[] = [{field: '', says: message}], readonly wait = 0) {
    super(message);
  }

  // within gives the same of an input that is a part of a sheet: its fields are those of the part.
  within(part: string): Problem {
    return new Problem(this.message, this.code, this.wrongs.map(({field, says}) => ({field: field ? `${part}.${field}` : part, says})), this.wait);
  }
}

type Violation = {field?: string; message: string; remedy?: string};
type Fault = {message: string; extensions?: {code?: string; violations?: Violation[]; retryAfter?: number}};

// problemOf reads an error of an answer with these headers. Fields of an input are told without the argument that it is.
function problemOf({message, extensions}: Fault, headers: Headers): Problem {
  const told = extensions?.violations?.filter(({field}) => field?.startsWith('input'));
  const wrongs = told?.map(({field, message, remedy}) => ({field: field!.slice('input.'.length), says: [message, remedy].filter(Boolean).join(' ')}));
  return new Problem(message, extensions?.code ?? '', wrongs?.length ? wrongs : undefined, extensions?.retryAfter ?? Number(headers.get('Retry-After')));
}

// How often what only reads is sent again, and how many seconds are waited before that at most: who would wait longer is told how long.
const againAtMost = 3, waitAtMost = 5;

// ask sends an operation and gives its data. What only reads is sent again when the server could not be reached or was too busy, after as long as the server
// says; and when the session has ended: then it is answered as to the public. The last argument says through whose eyes the reader looks.
export async function ask<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, seen = session.headers()): Promise<Data> {
  for (let again = 0; ; again++) {
    try {
      return await send(operation, variables, seen);
    } catch (reason) {
      const wait = waitFor(reason);
      if (!operation.reads || again === againAtMost || wait === undefined || wait > waitAtMost) throw reason;
      await new Promise(resolve => setTimeout(resolve, wait * 1000));
    }
  }
}

// waitFor gives after how many seconds the same may do; undefined where that does not help.
function waitFor(reason: unknown): number | undefined {
  if (!(reason instanceof Problem)) return 1; // the server was not reached: it may be starting
  return reason.code === 'UNAUTHENTICATED' ? 0 : reason.wait || undefined;
}

// upload sends an operation with the file that its variable of that name is, by the GraphQL multipart request specification.
export function upload<Data, Variables extends {file: File}>(operation: Operation<Data, Variables>, {file, ...variables}: Variables): Promise<Data> {
  const form = new FormData();
  form.append('operations', JSON.stringify({...named(operation), variables: {...variables, file: null}}));
  form.append('map', '{"0": ["variables.file"]}');
  form.append('0', file);
  return answered(form, {...session.headers(), 'GraphQL-Preflight': '1'});
}

// named gives how a request names an operation: by the hash of its text, in the form of automatic persisted queries.
export const named = ({hash}: {hash: string}) => ({extensions: {persistedQuery: {version: 1, sha256Hash: hash}}});

const send = <Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, seen: Record<string, string>): Promise<Data> =>
  answered(JSON.stringify({...named(operation), variables}), {...seen, 'Content-Type': 'application/json'});

async function answered<Data>(body: BodyInit, said: Record<string, string>): Promise<Data> {
  const response = await fetch('/graphql', {method: 'POST', headers: {...said, 'Accept-Language': place.language}, body});
  const answer = await response.json() as {data?: Data; errors?: Fault[]};
  const fault = answer.errors?.[0];
  if (fault?.extensions?.code === 'UNAUTHENTICATED') session.over = true;
  if (fault) throw problemOf(fault, response.headers);
  if (!response.ok) throw new Error(response.statusText); // no answer of the registry: it is starting
  return answer.data!;
}
