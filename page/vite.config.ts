import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig, type Plugin} from 'vite';

// What the built files are made of. page_test.go lists the same.
const files = ['index.html', 'operations.js', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts'];
const folders = ['operations', 'src'];
const written = ['src/operations.ts', 'src/deeds/operations.ts', 'src/fields.ts']; // by operations.js, from the rest

// sourcesDigest adds a digest of the sources to the built files, by which a test tells that they belong together.
const sourcesDigest = (): Plugin => ({
  name: 'sources-digest',
  generateBundle() {
    const inFolders = folders.flatMap(folder =>
      readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name)));
    const digest = createHash('sha256');
    for (const path of [...files, ...inFolders].filter(path => !written.includes(path)).sort())
      digest.update(path + '\n').update(createHash('sha256').update(readFileSync(path)).digest('hex') + '\n');
    this.emitFile({type: 'asset', fileName: 'sources.sha256', source: digest.digest('hex') + '\n'});
  },
});

// wordsByLanguage gives what words.json says in one language as the module words:sv, words:nb or words:en, so that a browser loads one of them.
const wordsByLanguage = (): Plugin => ({
  name: 'words-by-language',
  resolveId: id => (id.startsWith('words:') ? id : undefined),
  load(id) {
    if (!id.startsWith('words:')) return undefined;
    const column = ['sv', 'nb', 'en'].indexOf(id.slice('words:'.length));
    const table = JSON.parse(readFileSync('src/words.json', 'utf8')) as Record<string, string[]>;
    return `export default ${JSON.stringify(Object.fromEntries(Object.entries(table).map(([key, texts]) => [key, texts[column]])))}`;
  },
});

export default defineConfig({
  plugins: [svelte(), sourcesDigest(), wordsByLanguage()],
  build: {target: 'es2022', modulePreload: {polyfill: false}, assetsInlineLimit: 0, cssCodeSplit: false},
  worker: {format: 'es'},
});
