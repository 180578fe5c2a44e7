/** Connected accounts of an integration, and connecting one. */

import { useState } from "preact/hooks";
import { type Problem, change } from "../api/client";
import { useQuery } from "../api/hooks";
import {
  AccountExchangeDocument,
  AccountsDocument,
  type AccountsQuery,
  type CredentialStatus,
  DisconnectAccountDocument,
  LookUpProviderIdDocument,
  RefreshAccountDocument,
  StartOAuthDocument,
} from "../gql/graphql";
import { Button, Confirm, Deed, Empty, waiting } from "../parts/basics";
import { Badge, humane } from "../parts/outcome";
import { Pages } from "../parts/pages";
import { Time } from "../parts/time";
import { ExchangeView } from "../wizard/exchange";
import { Connect, Leaving } from "./connecting";
import type { Integration } from "./integration";

type Row = NonNullable<AccountsQuery["integration"]>["credentials"]["edges"][number]["node"];

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
        empty={
          <Empty title="No account is connected">
            The sandbox account is your own test account at the provider: the wizard proves triggers with it.
          </Empty>
        }
      >
        {(rows) => (
          <ul class="card tight list">
            {rows.map((row) => (
              <Account key={row.id} row={row} integration={integration} />
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

const TONES: Record<CredentialStatus, string> = { CONNECTED: "good", DISCONNECTED: "plain", INVALID: "bad" };

function Account({ row, integration }: { row: Row; integration: Integration }) {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [address, setAddress] = useState("");
  const [isOpen, setOpen] = useState(false);
  const { oauth, providerIdLookup } = integration;
  const isConnected = row.status !== "DISCONNECTED";
  const reconnect = async () => {
    const done = await change(StartOAuthDocument, {
      integrationId: integration.id,
      credentialId: row.id,
      userId: row.userId,
      isSandbox: row.isSandbox,
    });
    setProblems(done.problems);
    setAddress(done.payload?.authorizationUrl ?? "");
  };
  return (
    <li>
      <div class="list-row">
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
            )}{" "}
            {row.reason}
          </span>
        </span>
        <span class="list-side">
          <span>
            connected <Time at={row.createdAt} />
          </span>
          {row.expiresAt && (
            <span>
              token ends <Time at={row.expiresAt} />
            </span>
          )}
          {row.isSandbox && <Badge tone="info">Sandbox</Badge>}
          <Badge tone={TONES[row.status] ?? "plain"}>{humane(row.status)}</Badge>
          {isConnected && providerIdLookup && (
            <Deed
              kind="quiet"
              does="Look up its Provider ID"
              doing="Asking …"
              onDo={async () =>
                setProblems((await change(LookUpProviderIdDocument, { credentialId: row.id })).problems)
              }
            />
          )}
          {isConnected && row.expiresAt && (
            <Deed
              kind="quiet"
              does="Refresh"
              doing="Refreshing …"
              onDo={async () => setProblems((await change(RefreshAccountDocument, { credentialId: row.id })).problems)}
            />
          )}
          {oauth && oauth.missing.length === 0 && (
            <Deed kind="quiet" does="Connect again" doing="Preparing …" onDo={reconnect} />
          )}
          {(oauth || providerIdLookup) && (
            <Button kind="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              Last request
            </Button>
          )}
          {isConnected && <Disconnect row={row} />}
        </span>
      </div>
      {isOpen && <LastRequest id={row.id} />}
      {(problems.length > 0 || address) && (
        <div class="arrival-in stack">
          {problems.map((each) => (
            <p key={each.message} class="wrong-text" role="alert">
              {each.message}
            </p>
          ))}
          {address && <Leaving address={address} />}
        </div>
      )}
    </li>
  );
}

function Disconnect({ row }: { row: Row }) {
  return (
    <Confirm
      ask="Disconnect"
      does="Disconnect"
      doing="Disconnecting …"
      onDo={async () => {
        const done = await change(DisconnectAccountDocument, { credentialId: row.id });
        return done.problems.map((each) => each.message).join(" ");
      }}
    >
      <p>{row.removalImpact.explanation}</p>
      <p>The values of {row.userId}'s account are then forgotten, and its events are refused at once.</p>
    </Confirm>
  );
}

/** What was asked last to connect, refresh or look up an account, and the answer. */
function LastRequest({ id }: { id: string }) {
  const asked = useQuery(AccountExchangeDocument, { id });
  if (asked.data === undefined) return <div class="arrival-in">{waiting(asked, "the last request")}</div>;
  const exchange = asked.data.node && "exchange" in asked.data.node ? asked.data.node.exchange : null;
  return (
    <div class="arrival-in">{exchange ? <ExchangeView exchange={exchange} /> : <p class="hint">None was sent.</p>}</div>
  );
}
