// draft gives values that a reader is writing, which survive a reload of the page.
export function draft<T extends object>(name: string, empty: T): T {
  const values = $state({...empty, ...JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<T>});
  $effect(() => localStorage.setItem(name, JSON.stringify(values)));
  return values;
}
