declare module 'words:*' {
  const table: Readonly<Record<keyof typeof import('./words.json'), string>>;
  export default table;
}
