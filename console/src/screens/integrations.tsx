/** The project's integrations. */

import { Link } from "wouter-preact";
import { IntegrationsDocument, type IntegrationsQuery } from "../gql/graphql";
import { Empty, Head } from "../parts/basics";
import { Badge } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";

type Row = IntegrationsQuery["integrations"]["edges"][number]["node"];

export function Integrations() {
  return (
    <div class="page">
      <Head
        title="Integrations"
        about="A product that your customers connect, and the events it sends. Each trigger of an integration is described once and then serves every customer."
      >
        <Link class="button primary" href="/catalog">
          New integration
        </Link>
      </Head>
      <Pages
        document={IntegrationsDocument}
        variables={{}}
        pick={(data) => data.integrations}
        what="integrations"
        empty={<None />}
      >
        {(rows) => (
          <div class="grid">
            {rows.map((row) => (
              <Tile key={row.id} row={row} />
            ))}
          </div>
        )}
      </Pages>
    </div>
  );
}

const None = () => (
  <Empty
    title="No integration yet"
    action={
      <Link class="button primary" href="/catalog">
        Choose a provider
      </Link>
    }
  >
    Start from one of the catalog's providers, or describe one of your own.
  </Empty>
);

function Tile({ row }: { row: Row }) {
  const triggers = row.triggers.edges.map(({ node }) => node);
  const active = triggers.filter((each) => each.status === "ACTIVE").length;
  const drafts = triggers.filter((each) => each.status === "DRAFT").length;
  return (
    <Link class="card tile" href={`/integrations/${row.id}`}>
      <span class="tile-name">{row.name}</span>
      <span class="list-about">
        {row.provider && row.provider.name !== row.name ? `${row.provider.name} · ` : ""}made{" "}
        <Time at={row.createdAt} />
      </span>
      <span class="row">
        {active > 0 && <Badge tone="good">{active} active</Badge>}
        {drafts > 0 && <Badge tone="warn">{drafts} in the making</Badge>}
        {triggers.length === 0 && <Badge tone="plain">no trigger yet</Badge>}
        {!row.sandboxCredential && <Badge tone="plain">no sandbox account</Badge>}
      </span>
    </Link>
  );
}
