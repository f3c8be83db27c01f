import {place} from './place.svelte';
import type {TypedDocumentString} from './operations';

// Problem is an answer that is an error: what was wrong, in the reader's language, and its code.
export class Problem extends Error {
  constructor(message: string, readonly code: string, readonly path: readonly (string | number)[] = []) {
    super(message);
  }
}

type Fault = {message: string; path?: (string | number)[]; extensions?: {code?: string}};

// ask sends an operation and gives its data. What only reads is sent once more when the server could not be reached or was too busy.
export async function ask<Data, Variables>(operation: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
  const query = operation.toString();
  try {
    return await send<Data>(query, variables);
  } catch (reason) {
    const passing = !(reason instanceof Problem) || reason.code === 'UNAVAILABLE';
    if (!passing || !query.trimStart().startsWith('query')) throw reason;
    return send<Data>(query, variables);
  }
}

// upload sends an operation with the file that its variable of that name is, by the GraphQL multipart request specification.
export function upload<Data, Variables extends {file: File}>(operation: TypedDocumentString<Data, Variables>, {file, ...variables}: Variables): Promise<Data> {
  const form = new FormData();
  form.append('operations', JSON.stringify({query: operation.toString(), variables: {...variables, file: null}}));
  form.append('map', '{"0": ["variables.file"]}');
  form.append('0', file);
  return answered(form, {'GraphQL-Preflight': '1'});
}

const send = <Data>(query: string, variables: unknown): Promise<Data> =>
  answered(JSON.stringify({query, variables}), {'Content-Type': 'application/json'});

async function answered<Data>(body: BodyInit, headers: Record<string, string>): Promise<Data> {
  const response = await fetch('/graphql', {method: 'POST', headers: {...headers, 'Accept-Language': place.language}, body});
  const answer = await response.json() as {data?: Data; errors?: Fault[]};
  const fault = answer.errors?.[0];
  if (fault) throw new Problem(fault.message, fault.extensions?.code ?? '', fault.path);
  return answer.data!;
}
