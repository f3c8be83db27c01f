import {viewer} from './viewer.svelte';

// draft gives values that a reader is writing, which survive a reload of the page. They are kept for the account that writes them, and by the form of the
// sheet: that of another release may be another.
export function draft<T extends object>(name: string, empty: T): T {
  const key = `draft ${viewer.account} ${name} ${JSON.stringify(empty)}`;
  const values = $state({...empty, ...JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<T>});
  $effect(() => localStorage.setItem(key, JSON.stringify(values)));
  return values;
}
