import type {Operation} from './operations';
import {place} from './place.svelte';
import {session} from './session.svelte';

// Wrong is what is wrong at a field of an input, in the reader's language; the field is '' for what is wrong with the whole.
export type Wrong = {field: string; says: string};

// Problem is an answer that is an error: what was wrong, in the reader's language, its code, and the field of the input that it is about.
export class Problem extends Error {
  constructor(message: string, readonly code: string, readonly field = '') {
    super(message);
  }

  // wrongs gives all that is wrong, each at its field. The server tells each on a line of its own, after the path of its field.
  get wrongs(): Wrong[] {
    if (!this.field.startsWith('input')) return [{field: '', says: this.message}];
    const wrongs: Wrong[] = [];
    for (const line of this.message.split('\n')) {
      const [, field, says] = /^input(?:\.([\w.[\]]+))?: (.*)$/.exec(line) ?? [];
      if (says !== undefined) wrongs.push({field: field ?? '', says});
      else if (wrongs.length) wrongs.at(-1)!.says += '\n' + line;
      else wrongs.push({field: this.field.slice('input.'.length), says: line});
    }
    return wrongs;
  }

  // within gives the same of an input that is a part of a sheet: its fields are those of the part.
  within(part: string): Problem {
    const moved = this.wrongs.map(({field, says}) => `input.${field ? `${part}.${field}` : part}: ${says}`);
    return new Problem(moved.join('\n'), this.code, this.field && `input.${part}`);
  }
}

type Fault = {message: string; extensions?: {code?: string; field?: string}};

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
  if (fault) throw new Problem(fault.message, fault.extensions?.code ?? '', fault.extensions?.field);
  return answer.data!;
}
