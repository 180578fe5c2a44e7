/** Connecting an account: by the provider's own page, or by values that are entered. */

import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { type Problem, change } from "../api/client";
import { type AccountAuthorizationInput, ConnectAccountDocument, StartOAuthDocument } from "../gql/graphql";
import { Button, Deed, Notice } from "../parts/basics";
import { Check, Choice, Text } from "../parts/fields";
import { Form } from "../parts/form";
import { type Pair, Pairs } from "../parts/pairs";
import type { Integration } from "./integration";

type Kind = "oauth" | "none" | "bearer" | "basic" | "headers" | "query";

export function Connect({
  integration,
  isSandbox,
  onDone,
}: {
  integration: Integration;
  isSandbox: boolean;
  onDone: () => void;
}) {
  const fields = integration.provider?.fields ?? [];
  const [value, setValue] = useState({
    userId: isSandbox ? "sandbox" : "",
    providerId: "",
    isSandbox,
    kind: usual(integration),
    token: "",
    username: "",
    password: "",
    pairs: fields.map((each) => ({ name: each.name, value: "" })) as Pair[],
  });
  const [problems, setProblems] = useState<Problem[]>([]);
  const [address, setAddress] = useState("");
  const set = (to: Partial<typeof value>) => setValue({ ...value, ...to });
  const connect = async () => {
    const made = await change(ConnectAccountDocument, {
      integrationId: integration.id,
      userId: value.userId,
      isSandbox: value.isSandbox,
      providerId: value.providerId || null,
      authorization: given(value),
    });
    setProblems(made.problems);
    if (made.problems.length === 0) onDone();
  };
  const start = async () => {
    const done = await change(StartOAuthDocument, {
      integrationId: integration.id,
      userId: value.userId,
      isSandbox: value.isSandbox,
    });
    setProblems(done.problems);
    setAddress(done.payload?.authorizationUrl ?? "");
  };
  const kinds: [Kind, string][] = [
    ...(integration.oauth ? [["oauth", "OAuth: the provider asks"] as [Kind, string]] : []),
    ["bearer", "Access token"],
    ["basic", "User name and password"],
    ["headers", "Headers"],
    ["query", "Query parameters"],
    ["none", "None: for its events alone"],
  ];
  return (
    <section class="card" aria-label="Connect an account">
      <div class="card-head">
        <h2>{value.isSandbox ? "Connect your sandbox account" : "Connect an account"}</h2>
      </div>
      <Form label="Connect an account" problems={problems} onSubmit={() => void connect()}>
        <div class="two">
          <Text
            label="User"
            path="userId"
            value={value.userId}
            hint="As your product names the customer whose account it is."
            onValue={(userId) => set({ userId })}
          />
          {value.kind !== "oauth" && (
            <Text
              label="Provider ID"
              path="providerId"
              isOptional
              isMono
              value={value.providerId}
              hint="The id by which the provider names this account in its events. App-level events are routed by it."
              onValue={(providerId) => set({ providerId })}
            />
          )}
        </div>
        <Check
          label="This is the editor's own test account (sandbox)"
          value={value.isSandbox}
          onValue={(isSandbox) => set({ isSandbox })}
          hint="An earlier sandbox account is replaced."
        />
        <Choice
          label="Its values"
          path="authorization"
          isCompact
          value={value.kind}
          options={kinds}
          onValue={(kind) => set({ kind })}
        />
        {value.kind === "oauth" && integration.oauth && integration.oauth.missing.length > 0 && (
          <Notice tone="warn">
            The OAuth app is not complete: {integration.oauth.missing.join(", ")}.{" "}
            <Link href={`/integrations/${integration.id}/settings`}>Complete it</Link>
          </Notice>
        )}
        {address && <Leaving address={address} />}
        {value.kind === "bearer" && (
          <Text
            label="Access token"
            type="password"
            path="authorization.bearer.token"
            value={value.token}
            isMono
            onValue={(token) => set({ token })}
          />
        )}
        {value.kind === "basic" && (
          <div class="two">
            <Text
              label="User name"
              path="authorization.basic.username"
              value={value.username}
              onValue={(username) => set({ username })}
            />
            <Text
              label="Password"
              type="password"
              path="authorization.basic.password"
              value={value.password}
              onValue={(password) => set({ password })}
            />
          </div>
        )}
        {(value.kind === "headers" || value.kind === "query") && (
          <Pairs
            label="Values"
            path={`authorization.${value.kind}`}
            hint={fields.map((each) => `${each.name}: ${each.help}`).join(" ") || "Also read as {{credential.NAME}}."}
            pairs={value.pairs}
            onPairs={(pairs) => set({ pairs })}
          />
        )}
        <div class="row end">
          {!isSandbox && <Button onClick={onDone}>Cancel</Button>}
          {value.kind === "oauth" ? (
            <Deed kind="primary" does="Connect by OAuth" doing="Preparing …" onDo={start} />
          ) : (
            <Deed kind="primary" does="Connect" doing="Connecting …" onDo={connect} />
          )}
        </div>
      </Form>
    </section>
  );
}

function usual(integration: Integration): Kind {
  if (integration.oauth) return "oauth";
  if ((integration.provider?.fields.length ?? 0) > 0) return "headers";
  const kind = integration.authorization.scheme.kind;
  if (kind === "BASIC") return "basic";
  return kind === "NONE" ? "none" : "bearer";
}

function given(value: {
  kind: Kind;
  token: string;
  username: string;
  password: string;
  pairs: Pair[];
}): AccountAuthorizationInput {
  const pairs = value.pairs.filter((each) => each.name || each.value);
  if (value.kind === "bearer") return { bearer: { token: value.token } };
  if (value.kind === "basic") return { basic: { username: value.username, password: value.password } };
  if (value.kind === "headers") return { headers: pairs };
  return value.kind === "query" ? { query: pairs } : { none: true };
}

/** The way to the provider's page. A link to press: browsers open a tab for a person alone. */
export function Leaving({ address }: { address: string }) {
  return (
    <Notice tone="good">
      <a href={address} target="_blank" rel="noreferrer noopener">
        Go on at the provider
      </a>
      : allow the access there, and the account appears here. The link is good once, for ten minutes.
    </Notice>
  );
}
