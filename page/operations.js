// Writes src/operations.ts: each operation of operations/ by the hash under which the server has its text, with the types of its answer and
// variables by the schema of the registry. Those of operations/deeds/ are in src/deeds/operations.ts, which a browser loads when somebody opens a deed.
// Writes src/fields.ts too: what the fields of records hold.
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {codegen} from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {parse} from 'graphql';

const folder = new URL('operations/', import.meta.url);
const scalars = {Date: 'string', DateTime: 'string', Decimal: 'string', CountryCode: 'string', URL: 'string', Sealed: 'string', Upload: 'File', ID: 'string'};
const read = path => readFileSync(new URL(path, folder), 'utf8');
const paths = readdirSync(folder, {recursive: true}).filter(path => path.endsWith('.graphql')).sort();
// Fragments that several operations spread are in a file each. They follow those operations, as page.go has them.
const fragments = paths.filter(path => path.startsWith('fragments/')).map(path => ({name: path.slice('fragments/'.length, -'.graphql'.length), text: read(path)}));
const files = paths.filter(path => !path.startsWith('fragments/')).map(path => {
  const own = read(path);
  const text = own + fragments.filter(({name}) => own.includes(`...${name} `)).map(({text}) => text).join('');
  return {name: path.replace('deeds/', '').replace('.graphql', ''), deed: path.startsWith('deeds/'), text, document: parse(own)};
});

const schema = parse(readFileSync(new URL('../schema.graphqls', import.meta.url), 'utf8'));
const types = await codegen({
  filename: 'operations.ts',
  schema,
  documents: [...files, ...fragments.map(({name, text}) => ({name, document: parse(text)}))].map(({name, document}) => ({location: name, document})),
  config: {scalars, strictScalars: true, skipTypename: true, useTypeImports: true, enumsAsTypes: true},
  plugins: [{operations: {}}],
  pluginMap: {operations},
});

const kinds = {query: 'Query', mutation: 'Mutation', subscription: 'Subscription'};
const hashed = ({name, text, document}) => {
  const {operation} = document.definitions.find(({kind}) => kind === 'OperationDefinition');
  const type = name + kinds[operation];
  const hash = createHash('sha256').update(text).digest('hex');
  return `export const ${name}Document: Operation<${type}, ${type}Variables> = {hash: '${hash}', reads: ${operation === 'query'}};`;
};
const described = `
// Operation is one that the server knows by the SHA-256 hash of its text.
export type Operation<Data, Variables> = {readonly hash: string; readonly reads: boolean; readonly types?: (variables: Variables) => Data};
`;
const rest = files.filter(({deed}) => !deed), deeds = files.filter(({deed}) => deed);
const imported = deeds.map(({name, document}) => name + kinds[document.definitions.find(({kind}) => kind === 'OperationDefinition').operation])
  .flatMap(type => [type, type + 'Variables']);
writeFileSync(new URL('src/operations.ts', import.meta.url), [types, described, ...rest.map(hashed), ''].join('\n'));
writeFileSync(new URL('src/deeds/operations.ts', import.meta.url),
  [`import type {${['Operation', ...imported].join(', ')}} from '../operations';\n`, ...deeds.map(hashed), ''].join('\n'));

// What the changes of a record tell in other words than people's: amounts, days, countries, and values of enumerations; of its audience, the class.
const typeOf = type => (type.name ? type.name.value : typeOf(type.type));
const enumerations = schema.definitions.filter(({kind}) => kind === 'EnumTypeDefinition').map(({name}) => name.value);
const worded = new Set([...enumerations, 'Audience', 'CountryCode', 'Date', 'DateTime', 'Decimal', 'Money']);
const records = schema.definitions.filter(({kind, interfaces}) => kind === 'ObjectTypeDefinition' && interfaces.some(({name}) => name.value === 'Record'));
const unchanging = ['sensitivity', 'createdAt', 'updatedAt'];
const told = ({name, type, directives}) =>
  worded.has(typeOf(type)) && !unchanging.includes(name.value) && !directives.some(({name}) => ['cypher', 'computed'].includes(name.value));
const fields = Object.fromEntries(records.map(({name, fields}) =>
  [name.value, Object.fromEntries(fields.filter(told).map(({name, type}) => [name.value, typeOf(type).replace(/^Audience$/, 'Sensitivity')]))]));
writeFileSync(new URL('src/fields.ts', import.meta.url),
  `export const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(fields)};\n`);
