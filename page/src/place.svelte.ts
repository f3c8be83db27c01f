// Where the reader is: a path, and in its query the language and the day that is shown, so that an address can be sent to a colleague.
import {languages, type Language} from './languages';

const spoken = (): Language => {
  const wanted = [localStorage.getItem('language') ?? '', ...navigator.languages].map(tag => tag.toLowerCase().split('-')[0]);
  const known = wanted.map(tag => (tag === 'no' || tag === 'nn' ? 'nb' : tag));
  return languages.find(language => language === known.find(tag => (languages as readonly string[]).includes(tag!))) ?? 'en';
};

class Place {
  path = $state(location.pathname);
  query = $state(new URLSearchParams(location.search));
  // How often the reader has gone elsewhere: 0 on arrival.
  steps = $state(0);

  language: Language = $derived(languages.find(language => language === this.query.get('lang')) ?? spoken());
  // The day that is shown, undefined for today.
  day: string | undefined = $derived(/^\d{4}-\d{2}-\d{2}$/.exec(this.query.get('day') ?? '')?.[0]);

  constructor() {
    window.addEventListener('popstate', () => this.#read());
    window.addEventListener('click', event => this.#follow(event));
  }

  #read() {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
    this.steps++;
  }

  // A link within the page needs no new page.
  #follow(event: MouseEvent) {
    const link = (event.target as Element).closest?.('a');
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute('download') || /^\/(export|graphiql|sign-in)/.test(link.pathname)) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }

  go(address: string) {
    history.pushState(null, '', address);
    this.#read();
    scrollTo(0, 0);
  }

  // address gives one within the page that keeps the language and the day.
  address(path: string, more: Record<string, string | undefined> = {}): string {
    const query = new URLSearchParams();
    for (const name of ['lang', 'day']) if (this.query.has(name)) query.set(name, this.query.get(name)!);
    for (const [name, value] of Object.entries(more)) value ? query.set(name, value) : query.delete(name);
    return path + (query.size ? '?' + query : '');
  }

  // here gives where the reader is, with the language and the day.
  here(): string {
    return this.path + (this.query.size ? '?' + this.query : '');
  }

  // show changes what the address says besides the path, without a step back for it.
  show(changes: Record<string, string | undefined>) {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
    history.replaceState(null, '', this.path + (query.size ? '?' + query : ''));
    this.query = query;
    if (changes.lang) localStorage.setItem('language', changes.lang);
  }
}

export const place = new Place();
