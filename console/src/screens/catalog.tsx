/** The catalog: find a provider, see what is known of it, begin with it. */

import { useEffect, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  CatalogDocument,
  CatalogEntryDocument,
  type CatalogEntryQuery,
  CreateIntegrationDocument,
} from "../gql/graphql";
import { Deed, Empty, Head, waiting } from "../parts/basics";
import { Text } from "../parts/fields";
import { Form } from "../parts/form";
import { Badge } from "../parts/outcome";
import { Pages } from "../parts/pages";

export function Catalog({ slug }: { slug: string | undefined }) {
  if (slug === "by-hand") return <ByHand />;
  return slug ? <Entry slug={slug} /> : <Search />;
}

function Search() {
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="page">
      <Head
        title="Catalog"
        crumbs={[["Integrations", "/"]]}
        about="Providers whose webhooks are known: how they are created, answered and signed. All of it can be changed afterwards."
      >
        <Link class="button" href="/catalog/by-hand">
          Describe one by hand
        </Link>
      </Head>
      <input
        type="search"
        aria-label="Search providers"
        placeholder="Search: slack, payments, HMAC …"
        value={typed}
        autoFocus
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Pages
        key={search}
        document={CatalogDocument}
        variables={{ search: search || null }}
        pick={(data) => data.providers}
        what="providers"
        pollMs={0}
        empty={
          <Empty
            title={`Nothing is found by “${search}”`}
            action={<Link href="/catalog/by-hand">Describe it by hand</Link>}
          >
            Any provider works: the wizard asks for how its webhooks are created and signed.
          </Empty>
        }
      >
        {(providers) => (
          <div class="grid">
            {providers.map((each) => (
              <Link key={each.slug} class="card tile" href={`/catalog/${each.slug}`}>
                <span class="tile-name">{each.name}</span>
                <p>{each.description}</p>
              </Link>
            ))}
          </div>
        )}
      </Pages>
    </div>
  );
}

type Provider = NonNullable<CatalogEntryQuery["provider"]>;

function Entry({ slug }: { slug: string }) {
  const asked = useQuery(CatalogEntryDocument, { slug });
  const [, go] = useLocation();
  const [problems, setProblems] = useState<Problem[]>([]);
  const provider = asked.data?.provider;
  if (!provider)
    return (
      waiting(asked, "the provider") ?? (
        <Empty title="The catalog has no such provider" action={<Link href="/catalog">Search the catalog</Link>} />
      )
    );
  const use = async () => {
    const made = await change(CreateIntegrationDocument, { provider: slug });
    setProblems(made.problems);
    if (made.payload?.integration) go(`/integrations/${made.payload.integration.id}`);
  };
  return (
    <div class="page">
      <Head title={provider.name} crumbs={[["Catalog", "/catalog"]]} about={provider.description}>
        <a class="button" href={provider.documentation} target="_blank" rel="noreferrer noopener">
          Its documentation
        </a>
        <Deed kind="primary" does="Use this provider" doing="Adding …" onDo={use} />
      </Head>
      <Form label="Use this provider" problems={problems}>
        <Facts provider={provider} />
      </Form>
    </div>
  );
}

function Facts({ provider }: { provider: Provider }) {
  return (
    <div class="card">
      <dl class="facts">
        <dt>Webhooks are created</dt>
        <dd>{provider.creation === "MANUAL" ? "by hand, in the provider's console" : "by a request to its API"}</dd>
        <dt>They belong to</dt>
        <dd>{provider.level === "APP" ? "your app; events are routed by Provider ID" : "each connected account"}</dd>
        {provider.apiBaseUrl && (
          <>
            <dt>API</dt>
            <dd class="mono">{provider.apiBaseUrl}</dd>
          </>
        )}
        <dt>Signed by</dt>
        <dd class="row">
          {provider.schemes.length === 0 && "nothing: it does not sign"}
          {provider.schemes.map((each) => (
            <span key={each.slug}>
              {each.name} {each.covers.body && <Badge tone="good">body</Badge>}{" "}
              {each.covers.time && <Badge tone="good">time</Badge>}{" "}
              {each.covers.url && <Badge tone="good">address</Badge>}
            </span>
          ))}
        </dd>
        {provider.handshakes.length > 0 && (
          <>
            <dt>Challenges</dt>
            <dd>{provider.handshakes.map((each) => each.name).join(", ")}: answered for you</dd>
          </>
        )}
        {provider.secrets.map((each) => (
          <>
            <dt>{each.label}</dt>
            <dd>{each.help}</dd>
          </>
        ))}
        {provider.manual && (
          <>
            <dt>Where to paste the address</dt>
            <dd>{provider.manual}</dd>
          </>
        )}
        {provider.notes.length > 0 && (
          <>
            <dt>Good to know</dt>
            <dd>{provider.notes.join(" ")}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function ByHand() {
  const [, go] = useLocation();
  const [value, setValue] = useState({ name: "", apiBaseUrl: "" });
  const [problems, setProblems] = useState<Problem[]>([]);
  const make = async () => {
    const made = await change(CreateIntegrationDocument, { name: value.name, apiBaseUrl: value.apiBaseUrl || null });
    setProblems(made.problems);
    if (made.payload?.integration) go(`/integrations/${made.payload.integration.id}`);
  };
  return (
    <div class="page">
      <Head
        title="An integration by hand"
        crumbs={[["Catalog", "/catalog"]]}
        about="For a provider that the catalog does not know, or a product of your own."
      />
      <div class="card">
        <Form label="New integration" problems={problems} onSubmit={() => void make()}>
          <Text
            label="Name"
            path="name"
            value={value.name}
            onValue={(name) => setValue({ ...value, name })}
            autoFocus
          />
          <Text
            label="Base URL of its API"
            path="apiBaseUrl"
            isOptional
            isMono
            placeholder="https://api.example.com/v1"
            hint="Setup requests with a path alone go below it."
            value={value.apiBaseUrl}
            onValue={(apiBaseUrl) => setValue({ ...value, apiBaseUrl })}
          />
          <div class="row end">
            <Deed kind="primary" does="Add the integration" doing="Adding …" onDo={make} />
          </div>
        </Form>
      </div>
    </div>
  );
}
