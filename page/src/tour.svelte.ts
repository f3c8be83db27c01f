// The tour of the founding case: five rooms, one after the other, which may be ended at any step.
import {place} from './place.svelte';

const rooms = ['/search?text=Z-Group', '/networks/MITTSEC', '/partnerships', '/money', '/needs'];

class Tour {
  #step = $state(Number(sessionStorage.getItem('tour') ?? 0));
  readonly steps = rooms.length;

  // step is which step the reader is at, from 1; 0 when they are on no tour.
  get step() {
    return this.#step;
  }

  go(step: number) {
    this.#keep(step);
    const [path, query] = rooms[step - 1]!.split('?');
    place.go(place.address(path!, Object.fromEntries(new URLSearchParams(query))));
  }

  end() {
    this.#keep(0);
  }

  #keep(step: number) {
    this.#step = step;
    sessionStorage.setItem('tour', String(step));
  }
}

export const tour = new Tour();
