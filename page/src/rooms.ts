// The rooms of the page: each has a path, and is loaded when somebody goes there.
const rooms = [
  {path: /^\/$/, load: () => import('./rooms/Today.svelte')},
  {path: /^\/search$/, load: () => import('./rooms/Search.svelte')},
  {path: /^\/organisations\/([^/]+)$/, load: () => import('./rooms/Organisation.svelte')},
  {path: /^\/networks$/, load: () => import('./rooms/Networks.svelte')},
  {path: /^\/networks\/([^/]+)$/, load: () => import('./rooms/Network.svelte')},
];

const nowhere = () => import('./rooms/Missing.svelte');

// roomAt gives how to load the room at a path, and what the path names in it.
export function roomAt(path: string) {
  for (const room of rooms) {
    const match = room.path.exec(path);
    if (match) return {load: room.load, id: decodeURIComponent(match[1] ?? '')};
  }
  return {load: nowhere, id: ''};
}

// Those that the bar leads to, with the keys of their names.
export const doors = [
  {path: '/', name: 'room.today'},
  {path: '/networks', name: 'room.networks'},
] as const;
