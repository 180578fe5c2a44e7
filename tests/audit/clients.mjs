// Speaks to a URL through the clients that browsers use, and prints what each of them saw as JSON.
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { Client as UrqlClient, cacheExchange, fetchExchange } from "@urql/core";
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import WebSocket from "ws";

const url = process.argv[2];
const QUERY = "query Q($t: String!) { echo(text: $t) }";
const COUNT = "subscription C { count(to: 3) { number } }";
const variables = { t: "hi" };

const collected = (subscribe) =>
  new Promise((resolve, reject) => {
    const numbers = [];
    const next = ({ data, error, errors }) =>
      error || errors ? reject(error ?? errors) : numbers.push(data.count.number);
    subscribe({ next, error: reject, complete: () => resolve(numbers) });
  });

const failed = (subscribe) =>
  new Promise((resolve, reject) => {
    const next = ({ errors }) => errors && resolve(errors[0].extensions.code);
    const error = (found) => resolve(found[0]?.extensions?.code ?? String(found));
    subscribe({ next, error, complete: () => reject(new Error("no error came")) });
  });

async function urql(preferGetMethod) {
  const client = new UrqlClient({
    url,
    preferGetMethod,
    fetchSubscriptions: true,
    exchanges: [cacheExchange, fetchExchange],
  });
  const query = await client.query(QUERY, variables).toPromise();
  const mutation = await client.mutation("mutation { change }", {}).toPromise();
  const numbers = await new Promise((resolve, reject) => {
    const seen = [];
    client.subscription(COUNT, {}).subscribe(({ data, error, hasNext }) => {
      if (error) return reject(error);
      if (seen.at(-1) !== data.count.number) seen.push(data.count.number);
      if (hasNext === false || seen.length === 3) resolve(seen);
    });
  });
  return { query: query.data.echo, mutation: mutation.data.change, numbers };
}

async function apollo() {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
  const query = await client.query({ query: gql(QUERY), variables });
  const mutation = await client.mutate({ mutation: gql("mutation { change }") });
  const numbers = await collected((sink) => client.subscribe({ query: gql(COUNT) }).subscribe(sink));
  return { query: query.data.echo, mutation: mutation.data.change, numbers };
}

async function graphqlWs() {
  const client = createWsClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket });
  const once = (query) =>
    new Promise((resolve, reject) =>
      client.subscribe({ query, variables }, { next: resolve, error: reject, complete() {} }),
    );
  const query = await once(QUERY);
  const mutation = await once("mutation { change }");
  const numbers = await collected((sink) => client.subscribe({ query: COUNT }, sink));
  const error = await failed((sink) => client.subscribe({ query: "{ nothing }" }, sink));
  await client.dispose();
  return { query: query.data.echo, mutation: mutation.data.change, numbers, error };
}

async function graphqlSse() {
  const client = createSseClient({ url });
  const once = (query) =>
    new Promise((resolve, reject) =>
      client.subscribe({ query, variables }, { next: resolve, error: reject, complete() {} }),
    );
  const query = await once(QUERY);
  const mutation = await once("mutation { change }");
  const numbers = await collected((sink) => client.subscribe({ query: COUNT }, sink));
  const error = await failed((sink) => client.subscribe({ query: "{ nothing }" }, sink));
  client.dispose();
  return { query: query.data.echo, mutation: mutation.data.change, numbers, error };
}

const seen = {
  "@apollo/client": await apollo(),
  "@urql/core": await urql(false),
  "@urql/core by GET": await urql("force"),
  "graphql-sse": await graphqlSse(),
  "graphql-ws": await graphqlWs(),
};
process.stdout.write(JSON.stringify(seen));
process.exit(0);
