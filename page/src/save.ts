// save gives the reader a text as a file.
export function save(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
  const link = Object.assign(document.createElement('a'), {href: address, download: name});
  link.click();
  URL.revokeObjectURL(address);
}
