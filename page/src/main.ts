import {mount} from 'svelte';
import App from './App.svelte';
import './style.css';

const target = document.getElementById('page')!;
target.replaceChildren();
mount(App, {target});
