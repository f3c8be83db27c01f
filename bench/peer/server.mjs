// The server that somebody would pick instead: @neo4j/graphql behind GraphQL Yoga, over the database named in the environment.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const driver = neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic(process.env.NEO4J_USERNAME, process.env.NEO4J_PASSWORD));
const typeDefs = await readFile(new URL("schema.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({ schema, logging: false, graphiql: false, maskedErrors: false });
const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => console.log(`The peer answers at http://127.0.0.1:${server.address().port}`));
process.on("SIGTERM", () => {
  server.closeAllConnections();
  server.close(() => driver.close());
});
