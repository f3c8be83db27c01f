import {mount} from 'svelte';
import App from './App.svelte';
import {place} from './place.svelte';
import './style.css';
import {spoken} from './words.svelte';

const target = document.getElementById('page')!;
await spoken.speak(place.language);
target.replaceChildren();
mount(App, {target});
