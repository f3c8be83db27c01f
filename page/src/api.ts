import type {Operation} from './operations';
import {place} from './place.svelte';
import {session} from './session.svelte';

// Wrong is what is wrong at a field of an input, in the reader's language; the field is '' for what is wrong with the whole.
export type Wrong = {field: string; says: string};

// Problem is an answer that is an error: what was wrong, in the reader's language, its code, and all that is wrong with the input, each at its field.
export class Problem extends Error {
  constructor(message: string, readonly code: string, readonly wrongs: readonly Wrong[] = [{field: '', says: message}]) {
    super(message);
  }

  // within gives the same of an input that is a part of a sheet: its fields are those of the part.
  within(part: string): Problem {
    return new Problem(this.message, this.code, this.wrongs.map(({field, says}) => ({field: field ? `${part}.${field}` : part, says})));
  }
}

type Violation = {field?: string; message: string; remedy?: string};
type Fault = {message: string; extensions?: {code?: string; violations?: Violation[]}};

// problemOf reads an error. Fields of an input are told without the argument that it is.
function problemOf({message, extensions}: Fault): Problem {
  const told = extensions?.violations?.filter(({field}) => field?.startsWith('input'));
  const wrongs = told?.map(({field, message, remedy}) => ({field: field!.slice('input.'.length), says: [message, remedy].filter(Boolean).join(' ')}));
  return new Problem(message, extensions?.code ?? '', wrongs?.length ? wrongs : undefined);
}

// ask sends an operation and gives its data. What only reads is sent once more when the server could not be reached or was too busy, and when the
// session has ended: then it is answered as to the public. The last argument says through whose eyes the reader looks.
export async function ask<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, seen = session.headers()): Promise<Data> {
  try {
    return await send(operation, variables, seen);
  } catch (reason) {
    const passing = !(reason instanceof Problem) || reason.code === 'UNAVAILABLE' || reason.code === 'UNAUTHENTICATED';
    if (!passing || !operation.reads) throw reason;
    return send(operation, variables, seen);
  }
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
  if (fault) throw problemOf(fault);
  return answer.data!;
}
