// What is wrong with what is written on a sheet, at the fields that it is wrong with.
import {createContext, untrack} from 'svelte';
import {Problem, type Wrong} from './api';

export class Wrongs {
  problem = $state.raw<Error>();
  // The fields of the sheet: each by the paths in the input of what it asks for.
  #fields = $state.raw<readonly (readonly string[])[]>([]);

  #told = $derived(this.problem instanceof Problem ? this.problem.wrongs.map(wrong => ({...wrong, at: fieldFor(wrong.field, this.#fields)})) : []);

  // rest gives what is wrong at none of the fields. It is told at the foot of the sheet.
  rest: readonly Wrong[] = $derived(this.#told.filter(({at}) => !at));

  // add takes a field to the sheet, and gives how to take it away.
  add(paths: readonly string[]) {
    this.#fields = [...untrack(() => this.#fields), paths];
    return () => (this.#fields = untrack(() => this.#fields).filter(each => each !== paths));
  }

  // at gives what is wrong at a field, '' for nothing.
  at(paths: readonly string[]): string {
    return this.#told.filter(({at}) => at === paths).map(({says}) => says).join(' ');
  }
}

// fieldFor gives the field for what is wrong at a path: the one that asks for just that, else the nearest one around it, else one within.
function fieldFor(path: string, fields: readonly (readonly string[])[]) {
  if (!path) return undefined;
  const around = (paths: readonly string[]) => Math.max(...paths.map(each => (path === each || path.startsWith(each + '.') || path.startsWith(each + '[') ? each.length : -1)));
  const nearest = [...fields].sort((a, b) => around(b) - around(a))[0];
  if (nearest && around(nearest) >= 0) return nearest;
  return fields.find(paths => paths.some(each => each.startsWith(path + '.') || each.startsWith(path + '[')));
}

export const [wrongsHere, setWrongs, onASheet] = createContext<Wrongs>();
