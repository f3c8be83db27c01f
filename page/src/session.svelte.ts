// What requests say of the reader, and what answers said of the session.
class Session {
  #eyes = $state(sessionStorage.getItem('eyes') ?? '');
  // Whether the session that the reader had has ended while the page was open.
  over = $state(false);

  // eyes is the class of those through whose eyes the reader looks, '' for their own. It holds for a sitting.
  get eyes() {
    return this.#eyes;
  }

  set eyes(of: string) {
    this.#eyes = of;
    sessionStorage.setItem('eyes', of);
  }

  // headers gives what a request says of the eyes. What was asked with them is asked anew when they change.
  headers(): Record<string, string> {
    return this.#eyes ? {'X-Partnernet-Viewer': this.#eyes} : {};
  }
}

export const session = new Session();

// forget drops what this browser keeps of the reader, such as what they were writing: whoever signs in here next may be another. The language
// stays. The page for signing in does the same.
export function forget() {
  sessionStorage.clear();
  for (const name of Object.keys(localStorage)) if (name !== 'language') localStorage.removeItem(name);
}
