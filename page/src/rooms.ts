import {viewer} from './viewer.svelte';

// asked loads a room that keeps what the reader writes: it opens when it is known who that is.
const asked = async <Room>(load: () => Promise<Room>) => (await Promise.all([load(), viewer.asked]))[0];

// The rooms of the page: each has a path, and is loaded when somebody goes there.
const rooms = [
  {path: /^\/$/, load: () => import('./rooms/Today.svelte')},
  {path: /^\/search$/, load: () => import('./rooms/Search.svelte')},
  {path: /^\/organisations\/([^/]+)$/, load: () => import('./rooms/Organisation.svelte')},
  {path: /^\/networks$/, load: () => import('./rooms/Networks.svelte')},
  {path: /^\/networks\/([^/]+)$/, load: () => import('./rooms/Network.svelte')},
  {path: /^\/needs$/, load: () => import('./rooms/Needs.svelte')},
  {path: /^\/record$/, load: () => asked(() => import('./rooms/Record.svelte'))},
  {path: /^\/record\/form$/, load: () => import('./rooms/InterviewForm.svelte')},
  {path: /^\/import$/, load: () => import('./rooms/Import.svelte')},
  {path: /^\/partnerships$/, load: () => import('./rooms/Partnerships.svelte')},
  {path: /^\/decisions\/read$/, load: () => import('./rooms/ReadDecision.svelte')},
  {path: /^\/decisions\/new$/, load: () => asked(() => import('./rooms/NewDecision.svelte'))},
  {path: /^\/money$/, load: () => import('./rooms/Money.svelte')},
  {path: /^\/todo$/, load: () => import('./rooms/ToDo.svelte')},
  {path: /^\/reports$/, load: () => import('./rooms/Reports.svelte')},
  {path: /^\/picture$/, load: () => import('./rooms/Picture.svelte')},
  {path: /^\/map$/, load: () => import('./rooms/Map.svelte')},
  {path: /^\/me$/, load: () => import('./rooms/Me.svelte')},
  {path: /^\/people$/, load: () => import('./rooms/People.svelte')},
  {path: /^\/persons$/, load: () => import('./rooms/Persons.svelte')},
  {path: /^\/changes$/, load: () => import('./rooms/Changes.svelte')},
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
  {path: '/needs', name: 'room.needs'},
  {path: '/record', name: 'room.record'},
  {path: '/import', name: 'room.import'},
  {path: '/networks', name: 'room.networks'},
  {path: '/picture', name: 'room.picture'},
  {path: '/map', name: 'room.map'},
  {path: '/partnerships', name: 'room.partnerships'},
  {path: '/money', name: 'room.money'},
  {path: '/todo', name: 'room.todo'},
  {path: '/reports', name: 'room.reports'},
  {path: '/changes', name: 'room.changes'},
] as const;
