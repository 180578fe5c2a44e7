/** One integration: its triggers, its accounts, what found no account, and how its API is reached. */

import { useQuery } from "../api/hooks";
import { Link } from "wouter-preact";
import { IntegrationDocument, type IntegrationQuery } from "../gql/graphql";
import { Empty, Head, Notice, Tabs, waiting } from "../parts/basics";
import { Accounts } from "./accounts";
import { IntegrationSettings } from "./integration-settings";
import { Triggers } from "./triggers";
import { Unrouted } from "./unrouted";

export type Integration = NonNullable<IntegrationQuery["integration"]>;

const TABS: [slug: string, name: string][] = [
  ["triggers", "Triggers"],
  ["accounts", "Accounts"],
  ["unrouted", "Unrouted"],
  ["settings", "Settings"],
];

export function IntegrationScreen({ id, tab }: { id: string; tab: string }) {
  const asked = useQuery(IntegrationDocument, { id }, { pollMs: 10_000 });
  const integration = asked.data?.integration;
  if (!integration)
    return (
      waiting(asked, "the integration") ?? (
        <Empty title="There is no such integration" action={<Link href="/">All integrations</Link>} />
      )
    );
  const shown = TABS.find(([slug]) => slug === tab) ?? TABS[0]!;
  return (
    <div class="page">
      <Head
        title={integration.name}
        crumbs={[["Integrations", "/"]]}
        about={
          integration.provider && integration.provider.name !== integration.name
            ? `By ${integration.provider.name} of the catalog`
            : undefined
        }
      >
        {integration.provider && (
          <a class="button" href={integration.provider.documentation} target="_blank" rel="noreferrer noopener">
            {integration.provider.name}'s documentation
          </a>
        )}
        <Link class="button primary" href={`/integrations/${id}/new`}>
          New trigger
        </Link>
      </Head>
      <Tabs
        label="Of this integration"
        current={shown[1]}
        tabs={TABS.map(([slug, name]) => [name, `/integrations/${id}/${slug}`])}
      />
      {!integration.sandboxCredential && shown[0] === "triggers" && (
        <Notice>
          No sandbox account is connected yet: the wizard proves a trigger with your own test account.{" "}
          <Link href={`/integrations/${id}/accounts`}>Connect it</Link>
        </Notice>
      )}
      {shown[0] === "triggers" && <Triggers integration={integration} />}
      {shown[0] === "accounts" && <Accounts integration={integration} />}
      {shown[0] === "unrouted" && <Unrouted integration={integration} />}
      {shown[0] === "settings" && <IntegrationSettings integration={integration} />}
    </div>
  );
}
