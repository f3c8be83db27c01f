// Writes src/operations.ts: each operation of operations/ as a text with the types of its answer and variables, by the schema of the registry.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {codegen} from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import * as documents from '@graphql-codegen/typed-document-node';
import {parse} from 'graphql';

const folder = new URL('operations/', import.meta.url);
const scalars = {Date: 'string', DateTime: 'string', Decimal: 'string', CountryCode: 'string', URL: 'string', Upload: 'File', ID: 'string'};

const text = await codegen({
  filename: 'operations.ts',
  schema: parse(readFileSync(new URL('../schema.graphqls', import.meta.url), 'utf8')),
  documents: readdirSync(folder).filter(name => name.endsWith('.graphql')).sort().map(name => ({
    location: name,
    document: parse(readFileSync(new URL(name, folder), 'utf8')),
  })),
  config: {documentMode: 'string', scalars, strictScalars: true, skipTypename: true, useTypeImports: true, enumsAsTypes: true},
  plugins: [{operations: {}}, {documents: {}}],
  pluginMap: {operations, documents},
});
writeFileSync(new URL('src/operations.ts', import.meta.url), text);
