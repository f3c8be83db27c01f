// The buttons of the page for signing in: passkeys, and signing out.
'use strict';

const told = document.getElementById('told');

async function post(path, body) {
  const answer = await fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json', Accept: 'application/json'}, body});
  const text = await answer.text();
  const answered = text === '' ? {} : JSON.parse(text);
  if (!answer.ok) {
    throw new Error(answered.errors[0].message);
  }
  return answered;
}

const does = {
  async 'use-passkey'() {
    const {publicKey} = await post('/sign-in/passkey/begin');
    const used = await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey)});
    const {next} = await post('/sign-in/passkey/end' + location.search, JSON.stringify(used));
    location.assign(next);
  },
  async 'add-passkey'() {
    const {publicKey} = await post('/account/passkeys/begin');
    const made = await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey)});
    await post('/account/passkeys/end', JSON.stringify(made));
    told.textContent = told.dataset.done;
  },
  async 'sign-out'() {
    const {next} = await post('/sign-out');
    sessionStorage.clear(); // what was being written here, as the page does
    for (const name of Object.keys(localStorage)) if (name !== 'language') localStorage.removeItem(name);
    location.assign(next);
  },
};

for (const button of document.querySelectorAll('button[data-does]')) {
  button.addEventListener('click', async () => {
    try {
      await does[button.dataset.does]();
    } catch (error) {
      told.textContent = error.message;
    }
  });
}
