// follow gives each change as it happens, by server-sent events, until the signal ends it.
import {named} from './api';
import {ChangeFeedDocument, type ChangeFeedSubscription} from './operations';
import {place} from './place.svelte';
import {session} from './session.svelte';

type Change = NonNullable<ChangeFeedSubscription['changes']>['node'];

export async function follow(signal: AbortSignal, tell: (change: Change) => void) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {...session.headers(), 'Content-Type': 'application/json', Accept: 'text/event-stream', 'Accept-Language': place.language},
    body: JSON.stringify(named(ChangeFeedDocument)),
    signal,
  });
  let text = '';
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const events = (text + value).split('\n\n');
    text = events.pop()!;
    for (const event of events) {
      const data = event.split('\n').filter(line => line.startsWith('data:')).map(line => line.slice(5)).join('\n');
      const change = data.trim() && (JSON.parse(data) as {data?: ChangeFeedSubscription}).data?.changes?.node;
      if (change) tell(change);
    }
  }
}
