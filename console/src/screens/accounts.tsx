/** Connected accounts of an integration, and connecting one. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { AccountsDocument, type AccountAuthorizationInput, ConnectAccountDocument, type CredentialStatus, DisconnectAccountDocument } from "../gql/graphql";
import { Button, Confirm, Deed, Empty } from "../parts/basics";
import { Check, Choice, Form, Text } from "../parts/form";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { type Pair, Pairs } from "../parts/pairs";
import { Time } from "../parts/time";
import type { Integration } from "./integration";

export function Accounts({ integration }: { integration: Integration }) {
  const [isOpen, setOpen] = useState(false);
  const hasSandbox = Boolean(integration.sandboxCredential);
  return (
    <div class="stack">
      {isOpen || !hasSandbox ? (
        <Connect integration={integration} isSandbox={!hasSandbox} onDone={() => setOpen(false)} />
      ) : (
        <div class="row end">
          <Button onClick={() => setOpen(true)}>Connect another account</Button>
        </div>
      )}
      <Pages
        document={AccountsDocument}
        variables={{ id: integration.id }}
        pick={(data) => data.integration?.credentials}
        what="accounts"
        empty={<Empty title="No account is connected">The sandbox account is your own test account at the provider: the wizard proves triggers with it.</Empty>}
      >
        {(rows) => (
          <ul class="card tight list">
            {rows.map((row) => (
              <li key={row.id} class="list-row">
                <span>
                  <span class="list-name">{row.userId}</span>
                  <span class="list-about">
                    {" "}
                    {row.providerId ? (
                      <>
                        Provider ID <code>{row.providerId}</code>
                      </>
                    ) : (
                      "no Provider ID"
                    )}
                  </span>
                </span>
                <span class="list-side">
                  <span>
                    connected <Time at={row.createdAt} />
                  </span>
                  {row.isSandbox && <Badge tone="info">Sandbox</Badge>}
                  <StatusBadge status={row.status} />
                  {row.status !== "DISCONNECTED" && <Disconnect id={row.id} userId={row.userId} />}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

const StatusBadge = ({ status }: { status: CredentialStatus }) => <Badge tone={status === "CONNECTED" ? "good" : "plain"}>{humane(status)}</Badge>;

function Disconnect({ id, userId }: { id: string; userId: string }) {
  return (
    <Confirm
      ask="Disconnect"
      does="Disconnect"
      doing="Disconnecting …"
      onDo={async () => {
        const done = await change(DisconnectAccountDocument, { credentialId: id });
        return done.problems.map((each) => each.message).join(" ");
      }}
    >
      <p>
        The values of {userId}'s account are forgotten, and its events are refused from then on.
      </p>
    </Confirm>
  );
}

type Kind = "none" | "bearer" | "basic" | "headers" | "query";

function Connect({ integration, isSandbox, onDone }: { integration: Integration; isSandbox: boolean; onDone: () => void }) {
  const fields = integration.provider?.fields ?? [];
  const [value, setValue] = useState({ userId: isSandbox ? "sandbox" : "", providerId: "", isSandbox, kind: start(integration), token: "", username: "", password: "", pairs: fields.map((each) => ({ name: each.name, value: "" })) as Pair[] });
  const [problems, setProblems] = useState<Problem[]>([]);
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
  const kinds: [Kind, string][] = [
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
          <Text label="User" path="userId" value={value.userId} hint="As your product names the customer whose account it is." onValue={(userId) => set({ userId })} />
          <Text label="Provider ID" path="providerId" isOptional isMono value={value.providerId} hint="The id by which the provider names this account in its events. App-level events are routed by it." onValue={(providerId) => set({ providerId })} />
        </div>
        <Check label="This is the editor's own test account (sandbox)" value={value.isSandbox} onValue={(isSandbox) => set({ isSandbox })} hint="An earlier sandbox account is replaced." />
        <Choice label="Its values" path="authorization" isCompact value={value.kind} options={kinds} onValue={(kind) => set({ kind })} />
        {value.kind === "bearer" && <Text label="Access token" type="password" path="authorization.bearer.token" value={value.token} isMono onValue={(token) => set({ token })} />}
        {value.kind === "basic" && (
          <div class="two">
            <Text label="User name" path="authorization.basic.username" value={value.username} onValue={(username) => set({ username })} />
            <Text label="Password" type="password" path="authorization.basic.password" value={value.password} onValue={(password) => set({ password })} />
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
          <Deed kind="primary" does="Connect" doing="Connecting …" onDo={connect} />
        </div>
      </Form>
    </section>
  );
}

function start(integration: Integration): Kind {
  if ((integration.provider?.fields.length ?? 0) > 0) return "headers";
  const kind = integration.authorization.scheme.kind;
  if (kind === "BASIC") return "basic";
  return kind === "NONE" ? "none" : "bearer";
}

function given(value: { kind: Kind; token: string; username: string; password: string; pairs: Pair[] }): AccountAuthorizationInput {
  const pairs = value.pairs.filter((each) => each.name || each.value);
  if (value.kind === "bearer") return { bearer: { token: value.token } };
  if (value.kind === "basic") return { basic: { username: value.username, password: value.password } };
  if (value.kind === "headers") return { headers: pairs };
  return value.kind === "query" ? { query: pairs } : { none: true };
}
